package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.obligations.InboundLog.Inbound;
import io.retrace.obligations.InboundLog.Verdict;
import io.retrace.partners.SigningKeys;
import io.retrace.requests.Drafts;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Answers from page and API take the same way; what is refused is stored before the refusal is told. */
@Service
@PreAuthorize(Roles.ANSWERS)
class CompanyAnswers implements AnswerIntake {

    private final Answering answering;
    private final AnswerCodec codec;
    private final InboundLog inbound;
    private final Drafts drafts;
    private final ObjectProvider<UploadedExceptions> exceptions; // it asks the desk, which asks us
    private final Responder responder;
    private final SigningKeys keys;
    private final CurrentUser user;
    private final Clock clock;

    CompanyAnswers(
            Answering answering,
            AnswerCodec codec,
            InboundLog inbound,
            Drafts drafts,
            ObjectProvider<UploadedExceptions> exceptions,
            Responder responder,
            SigningKeys keys,
            CurrentUser user,
            Clock clock) {
        this.answering = answering;
        this.codec = codec;
        this.inbound = inbound;
        this.drafts = drafts;
        this.exceptions = exceptions;
        this.responder = responder;
        this.keys = keys;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public CompanyDesk.Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers) {
        var answer = incoming(obligation, body);
        return take(answer, () -> {
            var signature = signature(answer, headers);
            return answering.record(answer, codec.read(body), signature);
        });
    }

    @Override
    public CompanyDesk.Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers, Sha256 list) {
        var answer = incoming(obligation, body);
        return take(answer, () -> {
            if (keys.of(answer.company()).isPresent()) throw new RuleViolation("exceptions", "error.csv.signed");
            return answering.record(answer, exceptions.getObject().with(obligation, codec.read(body), list), null);
        });
    }

    /** A company that has a key signs every answer, and what is not an answer in our shape cannot be signed. */
    void refuseUnsigned() {
        if (keys.of(responder.company()).isPresent()) throw new RuleViolation("file", "error.exchange.signed");
    }

    @Override
    public void tooLong(ObligationId obligation, byte[] beginning) {
        inbound.refused(incoming(obligation, beginning), Verdict.INVALID, "longer than " + MOST_BYTES + " bytes");
    }

    /** From the page: the form as it would have come over the wire. */
    CompanyDesk.Receipt receive(ObligationId obligation, AttestationForm form) {
        var answer = incoming(obligation, codec.canonical(form).getBytes(StandardCharsets.UTF_8));
        var receipt = take(answer, () -> answering.record(answer, form, null));
        drafts.forget("answer:" + obligation);
        return receipt;
    }

    CompanyDesk.Receipt receive(ObligationId obligation, AttestationForm form, Sha256 list) {
        return take(
                incoming(obligation, codec.canonical(form).getBytes(StandardCharsets.UTF_8)),
                () -> receive(obligation, exceptions.getObject().with(obligation, form, list)));
    }

    /** What is refused is kept with its verdict before the refusal is told (T8). */
    <T> T take(Inbound answer, Supplier<T> recording) {
        try {
            return recording.get();
        } catch (ForgedAnswer forged) {
            inbound.refused(answer, Verdict.FORGED, "signature: " + forged.getMessage());
            throw forged;
        } catch (DomainException refusal) {
            inbound.refused(answer, verdict(refusal), reason(refusal));
            throw refusal;
        }
    }

    /** Over the raw bytes, before they are parsed. A company that has a key signs; for the others we countersign. */
    @Nullable
    SignatureBlock signature(Inbound answer, SignatureHeaders headers) {
        var key = keys.of(answer.company()).orElse(null);
        if (key == null) return null;
        var block = CompanySignature.check(headers, answer.body(), answer.obligation(), key, clock.instant());
        if (block == null) throw new RuleViolation(SignatureHeaders.JWS, "error.answer.unsigned");
        return block;
    }

    Inbound incoming(ObligationId obligation, byte[] body) {
        return new Inbound(
                obligation, responder.company(obligation), user.actor().id(), body);
    }

    static Verdict verdict(DomainException refusal) {
        return switch (refusal) {
            case NotFound foreign -> Verdict.NOT_YOURS;
            case DomainException.Conflict conflict -> Verdict.CONFLICT;
            case DomainException.RuleViolation violation -> Verdict.INVALID;
            case DomainException.StepUpRequired stale -> Verdict.INVALID;
        };
    }

    static String reason(DomainException refusal) {
        return refusal instanceof DomainException.RuleViolation violation && violation.field() != null
                ? violation.field() + ": " + refusal.key()
                : refusal.key();
    }
}
