package io.retrace.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The Exercise Status object of the protocol (§3.03); it has underscores where messages have hyphens. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgentStatus(
        @JsonProperty("request_id") String requestId,
        @JsonProperty("agent_request_id") @Nullable String agentRequestId,
        String status,
        @Nullable String reason,
        @JsonProperty("received_at") @Nullable Instant receivedAt,
        @JsonProperty("expected_by") @Nullable Instant expectedBy,
        @JsonProperty("processing_details") @Nullable String processingDetails,
        @JsonProperty("user_verification_url") @Nullable URI userVerificationUrl,
        @JsonProperty("expires_at") @Nullable Instant expiresAt) {

    /** No more than that there is something new, for a callback, which nobody signs: the agent reads the rest itself. */
    AgentStatus hint() {
        return new AgentStatus(requestId, agentRequestId, status, null, null, null, null, null, null);
    }
}
