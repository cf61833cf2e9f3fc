package io.retrace.delivery.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.delivery.TestEvents;
import io.retrace.delivery.TestSend;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/webhook/tests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhook", description = "Whether your webhook takes messages.")
class TestEventController {

    private final TestEvents tests;

    TestEventController(TestEvents tests) {
        this.tests = tests;
    }

    @PostMapping
    @Operation(
            summary = "Send yourself a test event",
            description =
                    "Type test, signed like every message; it asks nothing. At most one a minute and twenty a day.")
    @ApiResponse(responseCode = "202", description = "It is on its way")
    @ApiResponse(responseCode = "409", description = "You have no webhook, or had enough for now", content = @Content)
    ResponseEntity<Void> send() {
        tests.order();
        return ResponseEntity.accepted().build();
    }

    @GetMapping
    @Operation(summary = "Your last five test events, and what came of them")
    List<TestJson> newest() {
        return tests.newest().stream().map(TestJson::of).toList();
    }

    /** A test event; outcome and status are absent while it is on its way. */
    record TestJson(
            @JsonProperty("id") String id,
            @JsonProperty("ordered_at") Instant orderedAt,
            @JsonProperty("completed_at") @Nullable Instant completedAt,
            @JsonProperty("outcome") @Nullable String outcome,
            @JsonProperty("status") @Nullable Integer status) {

        static TestJson of(TestSend send) {
            return new TestJson(send.messageId(), send.orderedAt(), send.completedAt(), send.outcome(), send.status());
        }
    }
}
