package io.retrace.ledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.retrace.ledger.FeedReport;
import io.retrace.ledger.RefusedLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed’s report. */
@Schema(name = "FeedReport")
record FeedAnswer(
        @Schema(description = "Lines read, empty ones aside")
        long received,

        @Schema(description = "Lines recorded now") long accepted,

        @Schema(description = "Lines recorded before with the same content")
        long duplicates,

        @Schema(description = "Lines not recorded, all of them counted")
        long refused,

        @Schema(description = "The first 1,000 refusals, by line")
        List<LineAnswer> lines,

        @Schema(
                description =
                        "Disclosures of photos that were taken back (recorded) or whose member was erased (refused), opened as incidents")
        long incidents) {

    @Schema(name = "RefusedLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineAnswer(
            @Schema(description = "From 1, empty lines counted")
            long line,

            @Schema(description = "The field at fault; absent if it is the line as a whole") @Nullable
            String field,

            @Schema(
                    example = "unknown",
                    allowableValues = {
                        "malformed-json",
                        "line-too-long",
                        "not-utf-8",
                        "unknown-field",
                        "repeated-field",
                        "missing",
                        "wrong-type",
                        "malformed",
                        "in-the-future",
                        "before-1990",
                        "unknown",
                        "event-id-reused",
                        "registered-to-another-member",
                        "registered-differently",
                        "erased",
                        "outside-media-store"
                    })
            String reason) {

        static LineAnswer of(RefusedLine refused) {
            return new LineAnswer(
                    refused.line(), refused.field(), refused.reason().code());
        }
    }

    static FeedAnswer of(FeedReport report) {
        return new FeedAnswer(
                report.received(),
                report.accepted(),
                report.duplicates(),
                report.refused(),
                report.lines().stream().map(LineAnswer::of).toList(),
                report.incidents());
    }
}
