package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Method;
import io.retrace.obligations.AttestationForm.OnwardRecipient;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that companies give. */
public final class Forms {

    private static final Declarant DANA = new Declarant("Dana Ortiz", "Data Protection Lead", true);

    private Forms() {}

    public static AttestationForm erased(String id, LocalDate today, @Nullable String amends) {
        return of(id, all(Outcome.ERASED), today, null, List.of(), amends);
    }

    public static AttestationForm neverHeld(String id, @Nullable String amends) {
        return of(id, all(Outcome.NEVER_HELD), null, null, List.of(), amends);
    }

    /** Keeps everything. */
    public static AttestationForm kept(String id, LocalDate until, @Nullable String amends) {
        return of(id, all(Outcome.KEPT), null, until, List.of(), amends);
    }

    /** Erases the photos but keeps the models. */
    public static AttestationForm keptModels(String id, LocalDate today, LocalDate until, @Nullable String amends) {
        var subjects = new EnumMap<>(all(Outcome.ERASED));
        subjects.put(Subject.MODELS, Outcome.KEPT);
        return of(id, subjects, today, until, List.of(), amends);
    }

    public static AttestationForm withExceptions(
            String id, LocalDate today, LocalDate until, List<ItemException> exceptions) {
        return of(id, all(Outcome.ERASED), today, until, exceptions, null);
    }

    /** Erases everything and passed it on to this one, without a word of what came of it. */
    public static AttestationForm passedOn(String id, LocalDate today, String recipient) {
        return passedOn(id, today, recipient, null);
    }

    public static AttestationForm passedOn(String id, LocalDate today, String recipient, @Nullable LocalDate toldOn) {
        var form = erased(id, today, null);
        return new AttestationForm(
                id,
                form.subjects(),
                form.method(),
                form.liveErasedOn(),
                null,
                null,
                null,
                List.of(),
                List.of(new OnwardRecipient(recipient, toldOn, null)),
                DANA,
                null);
    }

    public static Map<Subject, Outcome> all(Outcome outcome) {
        var subjects = new EnumMap<Subject, Outcome>(Subject.class);
        for (var subject : Subject.values()) subjects.put(subject, outcome);
        return subjects;
    }

    private static AttestationForm of(
            String id,
            Map<Subject, Outcome> subjects,
            @Nullable LocalDate erasedOn,
            @Nullable LocalDate keptUntil,
            List<ItemException> exceptions,
            @Nullable String amends) {
        return new AttestationForm(
                id,
                subjects,
                erasedOn == null ? null : Method.ERASE,
                erasedOn,
                null,
                keptUntil == null ? null : new Kept("Directive (EU) 2015/849 Art. 40", keptUntil),
                null,
                exceptions,
                List.of(),
                DANA,
                amends);
    }
}
