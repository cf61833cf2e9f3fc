package io.retrace.access.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.access.CompanyFile;
import io.retrace.access.FileIntake;
import io.retrace.access.ScannerAway;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.DomainException.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/obligations/{id}/files", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Files of a copy", description = "Upload the files first, then answer the obligation naming them.")
@ApiResponse(
        responseCode = "404",
        description = "It does not exist, or it is not yours: the two are the same answer",
        content = @Content)
class FileController {

    private final FileIntake intake;

    FileController(FileIntake intake) {
        this.intake = intake;
    }

    @PutMapping(path = "/{file}")
    @Operation(
            summary = "Upload a file",
            description = "You choose the id, which makes repeating safe. The body is the file itself, at most 512 MB;"
                    + " 4 GB and 200 files an obligation. JPEG, PNG, WebP, GIF, PDF without actions, JSON, CSV and plain"
                    + " text in UTF-8, and ZIP archives of these: at most 10 000 entries, 2 GB and 100 times their size"
                    + " expanded, no archive within, nothing encrypted. The name’s ending has to fit what it is.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201", description = "Checked and kept")
    @ApiResponse(responseCode = "200", description = "The same file was received before")
    @ApiResponse(
            responseCode = "409",
            description = "The id or the name stands for another file, or deletion is asked, not a copy",
            content = @Content)
    @ApiResponse(responseCode = "413", description = "Longer than a file may be", content = @Content)
    @ApiResponse(responseCode = "422", description = "Refused; the problem’s type names the reason", content = @Content)
    @ApiResponse(responseCode = "503", description = "It cannot be checked now; try again", content = @Content)
    ResponseEntity<FileJson> put(
            @PathVariable UUID id, @PathVariable UUID file, @RequestParam String name, HttpServletRequest request)
            throws IOException {
        var most = intake.limits().file();
        if (request.getContentLengthLong() > most.toBytes()) throw FileRefusal.tooLarge(most.toMegabytes());
        try {
            var receipt = intake.receive(new ObligationId(id), file, name, request.getInputStream());
            var json = FileJson.of(receipt.file());
            if (receipt.replayed()) return ResponseEntity.ok(json);
            return ResponseEntity.created(URI.create("/api/v1/obligations/" + id + "/files/" + file))
                    .body(json);
        } catch (RuleViolation refusal) {
            if (refusal.key().equals("error.file.too-large")) throw FileRefusal.tooLarge(most.toMegabytes());
            throw refusal;
        } catch (ScannerAway e) {
            throw FileRefusal.scannerAway();
        }
    }

    @GetMapping
    @Operation(summary = "List the files you have uploaded for this obligation")
    List<FileJson> list(@PathVariable UUID id) {
        return intake.files(new ObligationId(id)).stream().map(FileJson::of).toList();
    }

    @GetMapping("/{file}")
    @Operation(summary = "What we have of one file; its content is not given out again")
    FileJson file(@PathVariable UUID id, @PathVariable UUID file) {
        return FileJson.of(intake.file(new ObligationId(id), file));
    }

    @DeleteMapping("/{file}")
    @Operation(summary = "Take a file away again, as long as no answer names it")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @ApiResponse(responseCode = "409", description = "An answer names it", content = @Content)
    ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable UUID file) {
        intake.remove(new ObligationId(id), file);
        return ResponseEntity.noContent().build();
    }

    /** A file on hand, by the company’s own id. */
    record FileJson(
            @JsonProperty("id") UUID id,
            @JsonProperty("name") String name,
            @JsonProperty("media_type") String mediaType,
            @JsonProperty("bytes") long bytes,
            @JsonProperty("sha256") String sha256,
            @JsonProperty("received_at") Instant receivedAt) {

        static FileJson of(CompanyFile file) {
            return new FileJson(
                    file.givenId(),
                    file.name(),
                    file.mediaType(),
                    file.bytes(),
                    file.sha256().toString(),
                    file.receivedAt());
        }
    }
}
