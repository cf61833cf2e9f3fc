package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.obligations.InboundLog.Inbound;
import io.retrace.obligations.InboundLog.Verdict;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.requests.Drafts;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Answers from page and API take the same way; what is refused is stored before the refusal is told. */
@Service
@PreAuthorize(Roles.IS_PARTNER)
class CompanyAnswers implements AnswerIntake {

    private final Answering answering;
    private final AnswerCodec codec;
    private final InboundLog inbound;
    private final Drafts drafts;
    private final PartnerDirectory partners;
    private final CurrentUser user;

    CompanyAnswers(
            Answering answering,
            AnswerCodec codec,
            InboundLog inbound,
            Drafts drafts,
            PartnerDirectory partners,
            CurrentUser user) {
        this.answering = answering;
        this.codec = codec;
        this.inbound = inbound;
        this.drafts = drafts;
        this.partners = partners;
        this.user = user;
    }

    @Override
    public CompanyDesk.Receipt receive(ObligationId obligation, byte[] body) {
        var answer = incoming(obligation, body);
        return take(answer, () -> answering.record(answer, codec.read(body)));
    }

    @Override
    public void tooLong(ObligationId obligation, byte[] beginning) {
        inbound.refused(incoming(obligation, beginning), Verdict.INVALID, "longer than " + MOST_BYTES + " bytes");
    }

    /** From the page: the form as it would have come over the wire. */
    CompanyDesk.Receipt receive(ObligationId obligation, AttestationForm form) {
        var answer = incoming(obligation, codec.canonical(form).getBytes(StandardCharsets.UTF_8));
        var receipt = take(answer, () -> answering.record(answer, form));
        drafts.forget("answer:" + obligation);
        return receipt;
    }

    /** What is refused is kept with its verdict before the refusal is told (T8). */
    <T> T take(Inbound answer, Supplier<T> recording) {
        try {
            return recording.get();
        } catch (DomainException refusal) {
            inbound.refused(answer, verdict(refusal), reason(refusal));
            throw refusal;
        }
    }

    Inbound incoming(ObligationId obligation, byte[] body) {
        var company = partners.bySlug(user.company())
                .map(Partner::id)
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
        return new Inbound(obligation, company, user.actor().id(), body);
    }

    private static Verdict verdict(DomainException refusal) {
        return switch (refusal) {
            case NotFound foreign -> Verdict.NOT_YOURS;
            case DomainException.Conflict conflict -> Verdict.CONFLICT;
            case DomainException.RuleViolation violation -> Verdict.INVALID;
            case DomainException.StepUpRequired stale -> Verdict.INVALID;
        };
    }

    private static String reason(DomainException refusal) {
        return refusal instanceof DomainException.RuleViolation violation && violation.field() != null
                ? violation.field() + ": " + refusal.key()
                : refusal.key();
    }
}
