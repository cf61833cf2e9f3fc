package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.ExceptionLists;
import io.retrace.obligations.ExceptionLists.Held;
import io.retrace.obligations.ExceptionLists.Report;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.DomainException.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/obligations/{id}/exceptions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Obligations")
@ApiResponse(
        responseCode = "404",
        description = "It does not exist, or it is not yours: the two are the same answer",
        content = @Content)
class ExceptionController {

    private final ExceptionLists lists;
    private final MessageSource messages;

    ExceptionController(ExceptionLists lists, MessageSource messages) {
        this.lists = lists;
        this.messages = messages;
    }

    @PutMapping(consumes = "text/csv")
    @Operation(
            summary = "Upload single items that differ",
            description =
                    "CSV in UTF-8 with the columns item and outcome (erased, never_held, kept, infeasible; empty: as all"
                            + " others): the file of items with one column more will do. At most 10 000 lines of 4000 characters and"
                            + " 2 MB. Lines that hold are taken in place of an earlier list, the others reported. It declares"
                            + " nothing: answer with ?exceptions=<sha256> to declare it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "200", description = "What was taken, and what not, line by line")
    @ApiResponse(responseCode = "413", description = "More than 2 MB", content = @Content)
    @ApiResponse(responseCode = "422", description = "It cannot be read as such a file", content = @Content)
    ReportJson put(@PathVariable UUID id, HttpServletRequest request, Locale locale) throws IOException {
        var body = request.getInputStream().readNBytes(AnswerIntake.MOST_BYTES + 1);
        if (body.length > AnswerIntake.MOST_BYTES) throw new AnswerTooLarge();
        return report(lists.receive(new ObligationId(id), body), locale);
    }

    @GetMapping
    @Operation(summary = "The list on hand")
    HeldJson get(@PathVariable UUID id) {
        return lists.held(new ObligationId(id))
                .map(HeldJson::of)
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
    }

    @DeleteMapping
    @Operation(summary = "Throw the list away; answers that were given stay")
    @ApiResponse(responseCode = "204", description = "It is gone")
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        lists.remove(new ObligationId(id));
        return ResponseEntity.noContent().build();
    }

    private ReportJson report(Report report, Locale locale) {
        return new ReportJson(
                HeldJson.of(report.held()),
                report.refused(),
                report.problems().stream()
                        .map(problem -> new ProblemJson(
                                problem.line(),
                                problem.field(),
                                problem.reason(),
                                messages.getMessage(problem.reason(), null, locale)))
                        .toList());
    }

    /** What became of a file. */
    record ReportJson(
            @JsonProperty("taken") HeldJson taken,
            @JsonProperty("refused") int refused,
            @JsonProperty("problems") List<ProblemJson> problems) {}

    /** One line that was not taken; the first hundred are told. */
    record ProblemJson(
            @JsonProperty("line") int line,
            @JsonProperty("field") String field,
            @JsonProperty("reason") String reason,
            @JsonProperty("detail") String detail) {}

    /** A list, with how many items have which outcome. */
    record HeldJson(
            @JsonProperty("sha256") String sha256,
            @JsonProperty("items") int items,
            @JsonProperty("outcomes") Map<String, Integer> outcomes) {

        static HeldJson of(Held held) {
            var outcomes = new TreeMap<String, Integer>();
            held.counts()
                    .forEach((outcome, count) -> outcomes.put(outcome.name().toLowerCase(Locale.ROOT), count));
            return new HeldJson(held.digest().toString(), held.items(), outcomes);
        }
    }
}
