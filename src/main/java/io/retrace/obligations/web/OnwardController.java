package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.OnwardDesk;
import io.retrace.obligations.OnwardDesk.Named;
import io.retrace.obligations.OnwardJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/obligations/{id}/onward", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Obligations")
@ApiResponse(
        responseCode = "404",
        description = "It does not exist, or it is not yours: the two are the same answer",
        content = @Content)
class OnwardController {

    private final OnwardDesk desk;
    private final AnswerIntake intake;

    OnwardController(OnwardDesk desk, AnswerIntake intake) {
        this.desk = desk;
        this.intake = intake;
    }

    @GetMapping
    @Operation(
            summary = "List whom you passed the items on to",
            description =
                    "As you named them, here or in an attestation, at most 100. “word” says where each stands by what you"
                            + " reported.")
    NamedList list(@PathVariable UUID id) {
        return new NamedList(
                desk.named(new ObligationId(id)).stream().map(NamedJson::of).toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Name a recipient, or say more of one",
            description =
                    "GDPR Art. 19. A recipient is known by its name. Before your answer or after it. What you leave out stays as"
                            + " it was; to say something else than before, say why in “amends”. An answer without its “outcome” leaves"
                            + " the question open.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = OnwardJson.class))))
    @ApiResponse(responseCode = "201", description = "Recorded")
    @ApiResponse(responseCode = "200", description = "It stood already")
    @ApiResponse(
            responseCode = "409",
            description = "Something else stands and “amends” is missing; or a copy is asked; or it is closed",
            content = @Content)
    @ApiResponse(responseCode = "401", description = SignedBody.NOT_ITS_OWN, content = @Content)
    @ApiResponse(responseCode = "413", description = "More than 2 MB", content = @Content)
    @ApiResponse(responseCode = "422", description = "“field” names what breaks a rule", content = @Content)
    ResponseEntity<NamedJson> report(@PathVariable UUID id, HttpServletRequest request) throws IOException {
        var obligation = new ObligationId(id);
        var receipt = SignedBody.read(request, obligation, intake)
                .handIn((body, headers) -> desk.receive(obligation, body, headers));
        return ResponseEntity.status(receipt.replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(NamedJson.of(receipt.named()));
    }

    /** All of them. */
    record NamedList(@JsonProperty("items") List<NamedJson> items) {}

    /** A recipient as you told of it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NamedJson(
            @JsonProperty("recipient") String recipient,
            @JsonProperty("domain") @Nullable String domain,
            @JsonProperty("purpose") @Nullable String purpose,
            @JsonProperty("named_at") Instant namedAt,
            @JsonProperty("told_on") @Nullable LocalDate toldOn,
            @JsonProperty("answered_on") @Nullable LocalDate answeredOn,
            @JsonProperty("outcome") @Nullable Outcome outcome,
            @JsonProperty("word") String word) {

        static NamedJson of(Named named) {
            return new NamedJson(
                    named.recipient(),
                    named.domain(),
                    named.purpose(),
                    named.namedAt(),
                    named.toldOn(),
                    named.answeredOn(),
                    named.outcome(),
                    named.word().key());
        }
    }
}
