package io.retrace.obligations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a company confirms about one obligation, as it sends it (protocols §7.7). One answer per subject, exceptions per
 * item; checked as a whole by the attestation rules, which names the offending field.
 *
 * @param answerId the company’s own id of this answer (idempotency key), 8–64 of letters, digits, dashes
 * @param subjects all four subjects answered
 * @param method how what was erased is gone; needed as soon as anything was erased
 * @param liveErasedOn when live copies went; needed as soon as anything was erased, not in the future
 * @param backupsUntil until when backups keep a copy of what was erased; {@code null} if none do, never in the past
 * @param kept the duty under which something is kept; needed as soon as anything is kept
 * @param infeasible why something cannot be erased; needed as soon as anything is infeasible
 * @param exceptions items that differ from the answer for photos; at most 10 000
 * @param onward whom it passed the items to
 * @param amends why an earlier answer is replaced; needed for every answer after the first
 */
public record AttestationForm(
        String answerId,
        Map<Subject, Outcome> subjects,
        @Nullable Method method,
        @Nullable LocalDate liveErasedOn,
        @Nullable LocalDate backupsUntil,
        @Nullable Kept kept,
        @Nullable Infeasible infeasible,
        List<ItemException> exceptions,
        List<OnwardRecipient> onward,
        Declarant declarant,
        @Nullable String amends) {

    public AttestationForm {
        subjects = Map.copyOf(subjects);
        exceptions = List.copyOf(exceptions);
        onward = List.copyOf(onward);
    }

    /** The same with these exceptions. */
    AttestationForm except(List<ItemException> others) {
        return new AttestationForm(
                answerId,
                subjects,
                method,
                liveErasedOn,
                backupsUntil,
                kept,
                infeasible,
                others,
                onward,
                declarant,
                amends);
    }

    /** The four things a company answers for, each on its own. */
    public enum Subject {
        PHOTOS,
        FACE_TEMPLATES,
        DERIVED_DATA,
        MODELS
    }

    /** The four answers. */
    public enum Outcome {
        @JsonProperty("erased")
        ERASED,
        @JsonProperty("never_held")
        NEVER_HELD,
        @JsonProperty("kept")
        KEPT,
        @JsonProperty("infeasible")
        INFEASIBLE
    }

    /** How it is gone: dpv:Erase, dpv:Destruct, dpv:Anonymise; never the ambiguous "delete". */
    public enum Method {
        @JsonProperty("erase")
        ERASE,
        @JsonProperty("destroy")
        DESTROY,
        @JsonProperty("anonymise")
        ANONYMISE
    }

    /** The exact law, agency or court order (≤ 500 characters) and the day the duty ends. */
    public record Kept(String duty, LocalDate until) {}

    /** Why it cannot be done (≤ 2000 characters), and the named officer who says so. */
    public record Infeasible(String reason, String officer) {}

    /** An item whose photo answer differs. */
    public record ItemException(ItemRef item, Outcome outcome) {}

    /** Another company that got the items from this one. */
    public record OnwardRecipient(
            String name,
            @Nullable LocalDate toldOn,
            @Nullable LocalDate answeredOn) {}

    /** Who declares it: name and title (≤ 120 characters each); {@code perjury} as 28 U.S.C. §1746 words it. */
    public record Declarant(String name, String title, boolean perjury) {}
}
