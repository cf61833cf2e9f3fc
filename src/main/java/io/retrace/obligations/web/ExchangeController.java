package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.FileExchange;
import io.retrace.obligations.FileExchange.Line;
import io.retrace.obligations.FileExchange.Mode;
import io.retrace.obligations.FileExchange.Verdict;
import io.retrace.shared.DomainException.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/obligations/exchange")
@Tag(
        name = "File exchange",
        description = "Work out as a ZIP of CSV files, answers back as a CSV file with the four codes.")
class ExchangeController {

    private final FileExchange exchange;
    private final MessageSource messages;

    ExchangeController(FileExchange exchange, MessageSource messages) {
        this.exchange = exchange;
        this.messages = messages;
    }

    @GetMapping("/work.zip")
    @Operation(
            summary = "Download open work",
            description =
                    "work-items.csv: every item of every open question about deletion. cancelled.csv: what is not asked"
                            + " for any more. status.csv: the empty file of answers.")
    @ApiResponse(responseCode = "200", description = "The ZIP; a broken connection means that some is missing")
    void work(HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"work.zip\"");
        try {
            exchange.work(response.getOutputStream());
        } catch (RuntimeException e) {
            if (!response.isCommitted()) throw e;
            throw new IOException("the file of work broke off", e);
        }
    }

    @PostMapping(
            path = "/status",
            consumes = {"text/csv", "application/zip"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Upload answers",
            description =
                    "status.csv, alone or in a ZIP of nothing else; at most 10 000 lines and 2 MB, unpacked. Codes:"
                            + " 2 exempted (kept; name duty and end), 3 deleted, 4 opted out (not erased; name reason and officer),"
                            + " 5 not found. One line without an item answers for an obligation and its four subjects; lines with an"
                            + " item say where it differs. An obligation’s lines are taken together or not at all, other obligations"
                            + " for themselves. mode=new answers for the first time, mode=amend replaces and says why.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "200", description = "What became of every line")
    @ApiResponse(responseCode = "413", description = "More than 2 MB, packed or unpacked", content = @Content)
    @ApiResponse(responseCode = "422", description = "It cannot be read as such a file", content = @Content)
    ReportJson status(
            @RequestParam @Schema(allowableValues = {"new", "amend"}) String mode,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        var body = request.getInputStream().readNBytes(AnswerIntake.MOST_BYTES + 1);
        if (body.length > AnswerIntake.MOST_BYTES) throw new AnswerTooLarge();
        var type = MediaType.parseMediaType(request.getContentType());
        var csv = type.getSubtype().equals("zip") ? PackedStatus.unpack(body) : body;
        return ReportJson.of(exchange.answer(csv, mode(mode)), messages, locale);
    }

    private static Mode mode(String word) {
        return switch (word) {
            case "new" -> Mode.NEW;
            case "amend" -> Mode.AMEND;
            default -> throw new RuleViolation("mode", "error.answer.wrong-kind");
        };
    }

    /** What became of a file. */
    record ReportJson(
            @JsonProperty("accepted") int accepted,
            @JsonProperty("repeated") int repeated,
            @JsonProperty("refused") int refused,
            @JsonProperty("lines") List<LineJson> lines) {

        static ReportJson of(FileExchange.Report report, MessageSource messages, Locale locale) {
            return new ReportJson(
                    report.count(Verdict.ACCEPTED),
                    report.count(Verdict.REPEATED),
                    report.count(Verdict.REFUSED),
                    report.lines().stream()
                            .map(line -> LineJson.of(line, messages, locale))
                            .toList());
        }
    }

    /** One line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineJson(
            @JsonProperty("line") int line,
            @JsonProperty("verdict") String verdict,
            @JsonProperty("field") @Nullable String field,
            @JsonProperty("reason") @Nullable String reason,
            @JsonProperty("detail") @Nullable String detail) {

        static LineJson of(Line line, MessageSource messages, Locale locale) {
            var reason = line.reason();
            return new LineJson(
                    line.number(),
                    line.verdict().name().toLowerCase(Locale.ROOT),
                    line.field(),
                    reason,
                    reason == null ? null : messages.getMessage(reason, null, reason, locale));
        }
    }
}
