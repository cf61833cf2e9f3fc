package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AnswerJson;
import io.retrace.obligations.Attestation;
import io.retrace.obligations.CompanyItem;
import io.retrace.obligations.CompanyObligation;
import io.retrace.shared.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a company reads about its own obligation, and nothing else (T5). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObligationJson(
        @JsonProperty("id") UUID id,
        @JsonProperty("reference") String reference,
        @JsonProperty("kind") String kind,
        @JsonProperty("state") String state,
        @JsonProperty("items") int items,
        @JsonProperty("asked_at") Instant askedAt,
        @JsonProperty("due") LocalDate due,
        @JsonProperty("legal") String legal,
        @JsonProperty("acknowledged_at") @Nullable Instant acknowledgedAt,
        @JsonProperty("expected_by") @Nullable LocalDate expectedBy,
        @JsonProperty("attestations") List<AttestationJson> attestations,
        @JsonProperty("copies") List<CopyController.RecordedJson> copies,
        @JsonProperty("copy_first") List<String> copyFirst,
        @JsonProperty("note") @Nullable String note) {

    /** @param forgotten what to say when the list of what it is about is not kept any more */
    static ObligationJson of(CompanyObligation obligation, String forgotten) {
        return new ObligationJson(
                obligation.id().value(),
                obligation.reference().value(),
                obligation.kind().key(),
                obligation.word().key(),
                obligation.items(),
                obligation.askedAt(),
                obligation.due(),
                obligation.legal(),
                obligation.acknowledgedAt(),
                obligation.expectedBy(),
                obligation.answers().stream().map(AttestationJson::of).toList(),
                obligation.copies().stream()
                        .map(CopyController.RecordedJson::of)
                        .toList(),
                obligation.copyFirst().stream().map(Reference::value).toList(),
                obligation.forgotten() ? forgotten : null);
    }

    /** A recorded answer, word for word. */
    record AttestationJson(
            @JsonProperty("version") int version,
            @JsonProperty("received_at") Instant receivedAt,
            @JsonProperty("outcome") String outcome,
            @JsonProperty("erased_items") int erasedItems,
            @JsonProperty("kept_items") int keptItems,
            @JsonProperty("answer") AnswerJson answer) {

        static AttestationJson of(Attestation attestation) {
            return new AttestationJson(
                    attestation.version(),
                    attestation.receivedAt(),
                    attestation.outcome().key(),
                    attestation.erasedItems(),
                    attestation.keptItems(),
                    AnswerJson.of(attestation.form()));
        }
    }

    /** An item, by an opaque reference. */
    record ItemJson(
            @JsonProperty("ref") UUID ref,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("disclosed_at") Instant disclosedAt,
            @JsonProperty("purposes") List<String> purposes) {

        static ItemJson of(CompanyItem item) {
            return new ItemJson(item.ref().value(), item.sha256().toString(), item.disclosedAt(), item.purposes());
        }
    }
}
