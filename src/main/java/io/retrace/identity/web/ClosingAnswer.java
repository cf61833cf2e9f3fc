package io.retrace.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.identity.Closing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the erasing of a member is. */
@Schema(name = "MemberErasing")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClosingAnswer(
        @Schema(allowableValues = {"ordered", "under-way", "erased"})
        String state,

        @JsonProperty("erase_at") @Schema(description = "When erasing begins, or began") @Nullable
        Instant eraseAt) {

    static final ClosingAnswer ERASED = new ClosingAnswer("erased", null);

    static ClosingAnswer of(Closing closing) {
        return new ClosingAnswer(closing.begun() ? "under-way" : "ordered", closing.eraseAt());
    }
}
