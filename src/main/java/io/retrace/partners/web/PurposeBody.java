package io.retrace.partners.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.partners.Purpose;
import io.retrace.partners.PurposeDetails;
import io.retrace.shared.DomainException.RuleViolation;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A purpose as the platform writes and reads it. */
@Schema(name = "Purpose")
record PurposeBody(
        @Schema(accessMode = Schema.AccessMode.READ_ONLY, example = "face-recognition") @Nullable
        String code,

        @JsonProperty("trains_models")
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Whether models learn from the photos")
        @Nullable
        Boolean trainsModels,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Whether faces are recognised") @Nullable
        Boolean facial,

        @Schema(
                example = "https://w3id.org/dpv#IdentityVerification",
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Nearest term of the Data Privacy Vocabulary")
        @Nullable
        String iri) {

    static PurposeBody of(Purpose purpose) {
        return new PurposeBody(purpose.code(), purpose.trainsModels(), purpose.facial(), purpose.iri());
    }

    PurposeDetails details(String pathCode) {
        if (code != null && !code.equals(pathCode)) throw new RuleViolation("code", "error.field-malformed");
        return new PurposeDetails(
                pathCode,
                required("trains_models", trainsModels),
                required("facial", facial),
                Field.of("iri", iri).text());
    }

    private static boolean required(String name, @Nullable Boolean value) {
        if (value == null) throw new RuleViolation(name, "error.field-missing");
        return value;
    }
}
