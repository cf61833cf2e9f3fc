package io.retrace.delivery.opendsr;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as a processor gets it (OpenDSR 2.0 §7.2). Of the person it holds nothing (T5): the identity is our reference for
 * this one question, which no other company and no other question shares.
 *
 * @param id new for every submission, version 4
 * @param reference our reference of the question
 * @param submittedAt when the person asked; companies get the day only, since the second is the same for all of them (T5)
 * @param amends the submission that this one replaces, or {@code null}
 * @param assets the photos, or none where there are more than a message should hold: they are at {@code itemsUrl}
 */
public record SubjectRequest(
        UUID id,
        RequestType type,
        String reference,
        Instant submittedAt,
        URI callbackUrl,
        String domain,
        LocalDate due,
        @Nullable UUID amends,
        int items,
        List<Asset> assets,
        URI itemsUrl) {

    public SubjectRequest {
        if (id.version() != 4) throw new IllegalArgumentException("a GUID of version 4");
        assets = List.copyOf(assets);
    }

    /** A photo, by the reference that only this company knows. */
    public record Asset(String item, String sha256, LocalDate received, List<String> purposes) {

        public Asset {
            purposes = List.copyOf(purposes);
        }
    }

    public byte[] json() {
        return Fields.JSON.writeValueAsBytes(new Body(
                "2.0",
                "gdpr",
                id,
                type.wire(),
                submittedAt.truncatedTo(ChronoUnit.DAYS),
                List.of(new Identity("controller_customer_id", reference, "raw")),
                List.of(callbackUrl),
                Map.of(
                        domain,
                        new Extension(
                                reference,
                                due,
                                amends,
                                items,
                                assets,
                                itemsUrl,
                                List.of("photos", "face_templates", "derived_data", "models")))));
    }

    private record Body(
            @JsonProperty("api_version") String version,
            @JsonProperty("regulation") String regulation,
            @JsonProperty("subject_request_id") UUID id,
            @JsonProperty("subject_request_type") String type,
            @JsonProperty("submitted_time") Instant submitted,
            @JsonProperty("subject_identities") List<Identity> identities,
            @JsonProperty("status_callback_urls") List<URI> callbacks,
            @JsonProperty("extensions") Map<String, Extension> extensions) {}

    private record Identity(
            @JsonProperty("identity_type") String type,
            @JsonProperty("identity_value") String value,
            @JsonProperty("identity_format") String format) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Extension(
            @JsonProperty("reference") String reference,
            @JsonProperty("due") LocalDate due,
            @JsonProperty("amends") @Nullable UUID amends,
            @JsonProperty("items") int items,
            @JsonProperty("photo_assets") List<Asset> assets,
            @JsonProperty("items_url") URI itemsUrl,
            @JsonProperty("subjects") List<String> subjects) {}
}
