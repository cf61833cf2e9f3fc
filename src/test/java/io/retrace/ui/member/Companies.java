package io.retrace.ui.member;

import io.retrace.obligations.Attestation;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Method;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.CompanyProgress.NextAction;
import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.Instants;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.PassedOn;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestKind;
import io.retrace.shared.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Companies in every state, for tests of what a person reads. */
final class Companies {

    static final Instant ASKED = Instant.parse("2026-11-03T10:00:00Z");
    static final Instant NEXT = Instant.parse("2026-11-24T10:00:00Z");

    private Companies() {}

    static CompanyProgress company(CompanyWord word) {
        return progress(word, null, 1);
    }

    static CompanyProgress silent(int timesAsked) {
        return progress(CompanyWord.NO_ANSWER, null, timesAsked);
    }

    static CompanyProgress answered(Attestation answer) {
        return progress(answer.outcome(), answer, 1);
    }

    /** Erased everything, and passed photos on to one with each of these words. */
    static CompanyProgress passedOn(CompanyWord... recipients) {
        var company = answered(erased(4));
        return new CompanyProgress(
                company.obligation(),
                company.kind(),
                company.company(),
                company.word(),
                company.photos(),
                company.instants(),
                company.timesAsked(),
                company.lastAskedAt(),
                null,
                null,
                null,
                company.attestation(),
                null,
                false,
                Arrays.stream(recipients).map(Companies::recipient).toList());
    }

    private static PassedOn recipient(CompanyWord word) {
        return new PassedOn(
                new ObligationId(UUID.randomUUID()), "Harbour Data", null, ASKED, null, null, null, word, NEXT, null);
    }

    static Attestation erased(int photos) {
        return answer(CompanyWord.CONFIRMED_DELETED, photos, 0, Outcome.ERASED, null);
    }

    static Attestation kept(int photos, String duty) {
        return answer(CompanyWord.KEPT_SOME, 0, photos, Outcome.KEPT, new Kept(duty, LocalDate.of(2029, 6, 30)));
    }

    private static Attestation answer(CompanyWord word, int erased, int kept, Outcome photos, @Nullable Kept duty) {
        var subjects = new EnumMap<Subject, Outcome>(Subject.class);
        for (var subject : Subject.values()) subjects.put(subject, Outcome.NEVER_HELD);
        subjects.put(Subject.PHOTOS, photos);
        if (photos == Outcome.ERASED) subjects.put(Subject.FACE_TEMPLATES, Outcome.ERASED);
        var form = new AttestationForm(
                "answer-1",
                subjects,
                photos == Outcome.ERASED ? Method.ERASE : null,
                photos == Outcome.ERASED ? LocalDate.of(2026, 11, 5) : null,
                photos == Outcome.ERASED ? LocalDate.of(2026, 12, 14) : null,
                duty,
                null,
                List.of(),
                List.of(),
                new Declarant("Dana Ortiz", "Data Protection Lead", false),
                null);
        return new Attestation(1, Instant.parse("2026-11-06T09:00:00Z"), word, erased, kept, form);
    }

    private static CompanyProgress progress(CompanyWord word, @Nullable Attestation answer, int timesAsked) {
        var silentAfter = word == CompanyWord.NO_ANSWER ? ASKED.plus(Duration.ofDays(14)) : null;
        return new CompanyProgress(
                new ObligationId(UUID.randomUUID()),
                RequestKind.ERASURE,
                new Partner(
                        new PartnerId(1),
                        "mosaic-media",
                        "Mosaic Media",
                        "Mosaic Media Ltd",
                        "IE",
                        Partner.PartnerRole.CONTROLLER,
                        new EmailAddress("privacy@mosaic-media.example"),
                        Partner.Channel.PAGE,
                        Duration.ofDays(14)),
                word,
                4,
                new Instants(word == CompanyWord.NOT_ASKED_YET ? null : ASKED, null, null, null, silentAfter),
                timesAsked,
                ASKED,
                null,
                word.answered() ? null : NEXT,
                word.answered() ? null : NextAction.REMIND,
                answer,
                null,
                false,
                List.of());
    }
}
