package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.CopyAnswer;
import io.retrace.obligations.CopyAnswerJson;
import io.retrace.obligations.CopyDesk;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.DomainException.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/obligations/{id}/copy-answers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Obligations")
@ApiResponse(
        responseCode = "404",
        description = "It does not exist, or it is not yours: the two are the same answer",
        content = @Content)
class CopyController {

    private final CompanyDesk desk;
    private final CopyDesk copies;
    private final AnswerIntake intake;

    CopyController(CompanyDesk desk, CopyDesk copies, AnswerIntake intake) {
        this.desk = desk;
        this.copies = copies;
        this.intake = intake;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Answer an obligation of kind “access”",
            description =
                    "“provided” names at least one file that you uploaded before, with its SHA-256. “withheld” says"
                            + " under which law and why; with files it keeps back a part, without files everything. After the"
                            + " first answer, a further one says in “amends” why it replaces it; all versions stay.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = CopyAnswerJson.class))))
    @ApiResponse(responseCode = "201", description = "Recorded as a new version")
    @ApiResponse(responseCode = "200", description = "The same answer was recorded before")
    @ApiResponse(
            responseCode = "409",
            description = "This answer_id stands for something else, “amends” is missing, or deletion is asked",
            content = @Content)
    @ApiResponse(responseCode = "401", description = SignedBody.NOT_ITS_OWN, content = @Content)
    @ApiResponse(responseCode = "413", description = "More than 2 MB", content = @Content)
    @ApiResponse(responseCode = "422", description = "“field” names what breaks a rule", content = @Content)
    ResponseEntity<RecordedJson> answer(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var obligation = new ObligationId(id);
        var receipt = SignedBody.read(request, obligation, intake)
                .handIn((body, headers) -> copies.receive(obligation, body, headers));
        var answer = RecordedJson.of(receipt.answer());
        if (receipt.replayed()) return ResponseEntity.ok(answer);
        return ResponseEntity.created(URI.create("/api/v1/obligations/" + id + "/copy-answers/" + answer.version()))
                .body(answer);
    }

    @GetMapping("/{version}")
    @Operation(summary = "Read one of your answers about a copy")
    RecordedJson answer(@PathVariable UUID id, @PathVariable int version) {
        return desk.obligation(new ObligationId(id)).copies().stream()
                .filter(answer -> answer.version() == version)
                .findFirst()
                .map(RecordedJson::of)
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
    }

    /** A recorded answer, word for word. */
    record RecordedJson(
            @JsonProperty("version") int version,
            @JsonProperty("received_at") Instant receivedAt,
            @JsonProperty("outcome") String outcome,
            @JsonProperty("answer") CopyAnswerJson answer) {

        static RecordedJson of(CopyAnswer answer) {
            return new RecordedJson(
                    answer.version(), answer.receivedAt(), answer.outcome().key(), CopyAnswerJson.of(answer.form()));
        }
    }
}
