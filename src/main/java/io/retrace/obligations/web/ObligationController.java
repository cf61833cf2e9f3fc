package io.retrace.obligations.web;

import io.retrace.obligations.AnswerIntake;
import io.retrace.obligations.AnswerJson;
import io.retrace.obligations.CompanyDesk;
import io.retrace.obligations.CompanyObligation;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.web.ObligationJson.AttestationJson;
import io.retrace.obligations.web.ObligationJson.ItemJson;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/obligations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Obligations", description = "What your company is asked, and your answers. You see your own only.")
@ApiResponse(responseCode = "200", description = "What you asked for")
@ApiResponse(
        responseCode = "404",
        description = "It does not exist, or it is not yours: the two are the same answer",
        content = @Content)
class ObligationController {

    private final CompanyDesk desk;
    private final AnswerIntake intake;
    private final MessageSource messages;

    ObligationController(CompanyDesk desk, AnswerIntake intake, MessageSource messages) {
        this.desk = desk;
        this.intake = intake;
        this.messages = messages;
    }

    @GetMapping
    @Operation(
            summary = "List obligations",
            description = "“open”: by due date, nearest first. “answered”: newest answer first. At most 100 a page.")
    SliceJson<ObligationJson> list(
            @RequestParam(defaultValue = "open") @Schema(allowableValues = {"open", "answered"}) String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        var answered = switch (state) {
            case "open" -> false;
            case "answered" -> true;
            default -> throw new RuleViolation("state", "error.answer.wrong-kind");
        };
        return SliceJson.of(desk.inbox(answered, after, limit), obligation -> shown(obligation, locale));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read one obligation with your answers so far")
    ObligationJson obligation(@PathVariable UUID id, Locale locale) {
        return shown(desk.obligation(new ObligationId(id)), locale);
    }

    @GetMapping("/{id}/items")
    @Operation(
            summary = "List its items",
            description = "Find them by the SHA-256 of the file you were sent. At most 1000 a page."
                    + " Some time after your answer the list may be deleted; “note” then says so.")
    SliceJson<ItemJson> items(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit,
            Locale locale) {
        var items = SliceJson.of(desk.items(new ObligationId(id), after, limit), ItemJson::of);
        return items.items().isEmpty()
                ? items.because(
                        shown(desk.obligation(new ObligationId(id)), locale).note())
                : items;
    }

    @PostMapping("/{id}/acknowledgement")
    @Operation(
            summary = "Say that you are working on it",
            description =
                    "Optional, and no answer yet. To ask for time, say in “expected_by” when you expect to be done: the"
                            + " person reads it, no deadline moves. Repeating it only moves the day.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = AcknowledgementJson.Shape.class))))
    ObligationJson acknowledge(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable Map<String, @Nullable Object> body,
            Locale locale) {
        return shown(desk.acknowledge(new ObligationId(id), AcknowledgementJson.expectedBy(body)), locale);
    }

    private ObligationJson shown(CompanyObligation obligation, Locale locale) {
        var key = "partner.forgotten." + obligation.kind().key();
        return ObligationJson.of(obligation, messages.getMessage(key, null, locale));
    }

    @PostMapping(path = "/{id}/attestations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Answer",
            description = "One answer per subject, exceptions per item. Your answer_id makes repeating safe. After the"
                    + " first answer, a further one says in “amends” why it replaces it; all versions stay. With ?exceptions="
                    + " and the digest of your uploaded list, its items are declared too.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = AnswerJson.class))))
    @ApiResponse(responseCode = "201", description = "Recorded as a new version")
    @ApiResponse(responseCode = "200", description = "The same answer was recorded before")
    @ApiResponse(
            responseCode = "409",
            description = "This answer_id stands for something else, or an answer stands and “amends” is missing",
            content = @Content)
    @ApiResponse(responseCode = "401", description = SignedBody.NOT_ITS_OWN, content = @Content)
    @ApiResponse(responseCode = "413", description = "More than 2 MB", content = @Content)
    @ApiResponse(responseCode = "422", description = "“field” names what breaks a rule", content = @Content)
    ResponseEntity<AttestationJson> attest(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String exceptions,
            HttpServletRequest request)
            throws IOException {
        var obligation = new ObligationId(id);
        var receipt = SignedBody.read(request, obligation, intake)
                .handIn((body, headers) -> exceptions == null
                        ? intake.receive(obligation, body, headers)
                        : intake.receive(obligation, body, headers, digest(exceptions)));
        var answer = AttestationJson.of(receipt.attestation());
        if (receipt.replayed()) return ResponseEntity.ok(answer);
        return ResponseEntity.created(location(id, answer.version())).body(answer);
    }

    private static Sha256 digest(String hex) {
        try {
            return Sha256.parse(hex);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("exceptions", "error.answer.wrong-kind");
        }
    }

    @GetMapping("/{id}/attestations/{version}")
    @Operation(summary = "Read one of your answers")
    AttestationJson attestation(@PathVariable UUID id, @PathVariable int version) {
        return desk.obligation(new ObligationId(id)).answers().stream()
                .filter(answer -> answer.version() == version)
                .findFirst()
                .map(AttestationJson::of)
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
    }

    private static URI location(UUID id, int version) {
        return URI.create("/api/v1/obligations/" + id + "/attestations/" + version);
    }
}
