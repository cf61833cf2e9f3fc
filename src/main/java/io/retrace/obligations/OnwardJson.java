package io.retrace.obligations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AttestationForm.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said of somebody to whom items were passed on, on the wire and at rest. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OnwardJson(
        @JsonProperty("recipient") @Nullable String recipient,
        @JsonProperty("domain") @Nullable String domain,
        @JsonProperty("purpose") @Nullable String purpose,
        @JsonProperty("told_on") @Nullable LocalDate toldOn,
        @JsonProperty("answered_on") @Nullable LocalDate answeredOn,
        @JsonProperty("outcome") @Nullable Outcome outcome,
        @JsonProperty("amends") @Nullable String amends) {

    static OnwardJson of(OnwardForm form) {
        return new OnwardJson(
                form.recipient(),
                form.domain(),
                form.purpose(),
                form.toldOn(),
                form.answeredOn(),
                form.outcome(),
                form.amends());
    }

    /** Throws {@code RuleViolation} if there is no recipient. */
    OnwardForm form() {
        return new OnwardForm(
                AnswerJson.needed("recipient", recipient), domain, purpose, toldOn, answeredOn, outcome, amends);
    }
}
