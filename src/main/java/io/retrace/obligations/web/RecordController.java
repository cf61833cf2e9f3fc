package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.obligations.AnswerRecord;
import io.retrace.obligations.ObligationId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/obligations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Obligations")
class RecordController {

    private final AnswerRecord record;

    RecordController(AnswerRecord record) {
        this.record = record;
    }

    @GetMapping("/{id}/proof")
    @Operation(
            summary = "Your signed proof of having answered",
            description =
                    "Every version word for word, when it came and who vouches for it, under the portal’s signature:"
                            + " Ed25519 over “proof” as canonical JSON (RFC 8785).")
    @ApiResponse(responseCode = "200", description = "The proof")
    @ApiResponse(responseCode = "409", description = "Nothing has been answered yet")
    ResponseEntity<byte[]> proof(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof-" + id + ".json\"")
                .body(record.proof(new ObligationId(id)));
    }

    @GetMapping("/record")
    @Operation(
            summary = "How punctual you were",
            description =
                    "Of the questions that reached you in the last twelve months and are answered or overdue: how many"
                            + " got their first answer by the end of the day it was due.")
    RecordJson punctuality() {
        var own = record.punctuality();
        return new RecordJson(own.questions(), own.onTime());
    }

    /** Two counts; the rate is theirs to compute, and none where nothing was due. */
    record RecordJson(
            @JsonProperty("questions") int questions,
            @JsonProperty("on_time") int onTime) {}
}
