package io.retrace.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.AttestationForm.Infeasible;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Method;
import io.retrace.obligations.AttestationForm.OnwardRecipient;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.shared.DomainException.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attestation on the wire and at rest. Everything may be missing here; {@link #form()} names what must not be.
 * Outcomes: {@code erased}, {@code never_held}, {@code kept}, {@code infeasible}. Methods: {@code erase},
 * {@code destroy}, {@code anonymise}. Days: {@code 2026-12-31}.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AnswerJson(
        @JsonProperty("answer_id") @Nullable String answerId,
        @JsonProperty("subjects") @Nullable Subjects subjects,
        @JsonProperty("method") @Nullable Method method,
        @JsonProperty("live_erased_on") @Nullable LocalDate liveErasedOn,
        @JsonProperty("backups_until") @Nullable LocalDate backupsUntil,
        @JsonProperty("kept") @Nullable Keeping kept,
        @JsonProperty("infeasible") @Nullable Unfeasible infeasible,
        @JsonProperty("exceptions") @Nullable List<@Nullable ItemAnswer> exceptions,
        @JsonProperty("onward") @Nullable List<@Nullable Onward> onward,
        @JsonProperty("declarant") @Nullable Declaring declarant,
        @JsonProperty("amends") @Nullable String amends) {

    /** The four subjects. */
    public record Subjects(
            @JsonProperty("photos") @Nullable Outcome photos,
            @JsonProperty("face_templates") @Nullable Outcome faceTemplates,
            @JsonProperty("derived_data") @Nullable Outcome derivedData,
            @JsonProperty("models") @Nullable Outcome models) {

        Map<Subject, Outcome> answers() {
            var answers = new EnumMap<Subject, Outcome>(Subject.class);
            answers.put(Subject.PHOTOS, needed("subjects.photos", photos));
            answers.put(Subject.FACE_TEMPLATES, needed("subjects.face_templates", faceTemplates));
            answers.put(Subject.DERIVED_DATA, needed("subjects.derived_data", derivedData));
            answers.put(Subject.MODELS, needed("subjects.models", models));
            return answers;
        }
    }

    /** The duty under which something is kept. */
    public record Keeping(
            @JsonProperty("duty") @Nullable String duty,
            @JsonProperty("until") @Nullable LocalDate until) {}

    /** Why something cannot be erased. */
    public record Unfeasible(
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("officer") @Nullable String officer) {}

    /** An item that differs. */
    public record ItemAnswer(
            @JsonProperty("item") @Nullable UUID item,
            @JsonProperty("outcome") @Nullable Outcome outcome) {}

    /** Another recipient. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Onward(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("told_on") @Nullable LocalDate toldOn,
            @JsonProperty("answered_on") @Nullable LocalDate answeredOn) {}

    /** Who declares it. */
    public record Declaring(
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("title") @Nullable String title,
            @JsonProperty("perjury") @Nullable Boolean perjury) {}

    /** As it is sent and stored. */
    public static AnswerJson of(AttestationForm form) {
        var subjects = form.subjects();
        var kept = form.kept();
        var infeasible = form.infeasible();
        var declarant = form.declarant();
        return new AnswerJson(
                form.answerId(),
                new Subjects(
                        subjects.get(Subject.PHOTOS),
                        subjects.get(Subject.FACE_TEMPLATES),
                        subjects.get(Subject.DERIVED_DATA),
                        subjects.get(Subject.MODELS)),
                form.method(),
                form.liveErasedOn(),
                form.backupsUntil(),
                kept == null ? null : new Keeping(kept.duty(), kept.until()),
                infeasible == null ? null : new Unfeasible(infeasible.reason(), infeasible.officer()),
                form.exceptions().stream()
                        .<@Nullable ItemAnswer>map(
                                some -> new ItemAnswer(some.item().value(), some.outcome()))
                        .toList(),
                form.onward().stream()
                        .<@Nullable Onward>map(some -> new Onward(some.name(), some.toldOn(), some.answeredOn()))
                        .toList(),
                new Declaring(declarant.name(), declarant.title(), declarant.perjury()),
                form.amends());
    }

    /** Throws {@code RuleViolation} naming the first field that is missing; what the fields say is checked by the rules. */
    AttestationForm form() {
        var id = needed("answer_id", answerId);
        var answers = needed("subjects", subjects).answers();
        var declaring = needed("declarant", declarant);
        return new AttestationForm(
                id,
                answers,
                method,
                liveErasedOn,
                backupsUntil,
                kept == null ? null : new Kept(needed("kept.duty", kept.duty), needed("kept.until", kept.until)),
                infeasible == null
                        ? null
                        : new Infeasible(
                                needed("infeasible.reason", infeasible.reason),
                                needed("infeasible.officer", infeasible.officer)),
                exceptionsNeeded(),
                onwardNeeded(),
                new Declarant(
                        needed("declarant.name", declaring.name),
                        needed("declarant.title", declaring.title),
                        Boolean.TRUE.equals(declaring.perjury)),
                amends);
    }

    private List<ItemException> exceptionsNeeded() {
        var complete = new ArrayList<ItemException>();
        var given = exceptions == null ? List.<@Nullable ItemAnswer>of() : exceptions;
        for (int i = 0; i < given.size(); i++) {
            var path = "exceptions[" + i + "]";
            var exception = needed(path, given.get(i));
            complete.add(new ItemException(
                    new ItemRef(needed(path + ".item", exception.item)), needed(path + ".outcome", exception.outcome)));
        }
        return complete;
    }

    private List<OnwardRecipient> onwardNeeded() {
        var complete = new ArrayList<OnwardRecipient>();
        var given = onward == null ? List.<@Nullable Onward>of() : onward;
        for (int i = 0; i < given.size(); i++) {
            var path = "onward[" + i + "]";
            var recipient = needed(path, given.get(i));
            complete.add(new OnwardRecipient(
                    needed(path + ".name", recipient.name), recipient.toldOn, recipient.answeredOn));
        }
        return complete;
    }

    static <T> T needed(String field, @Nullable T value) {
        if (value == null) throw new RuleViolation(field, "error.answer.missing");
        return value;
    }
}
