package io.retrace.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.delivery.spi.Message;
import io.retrace.shared.LatestCheckpoint;
import io.retrace.shared.LatestCheckpoint.Head;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook says: that there is a question, where to read it, and how far the evidence log had grown. */
@Component
class WebhookBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String api;
    private final ObjectProvider<LatestCheckpoint> log;

    WebhookBody(@Value("${retrace.portal-url}") String portalUrl, ObjectProvider<LatestCheckpoint> log) {
        this.api = portalUrl + "/api/v1/obligations/";
        this.log = log;
    }

    byte[] of(Message message) {
        return JSON.writeValueAsBytes(new Body(
                "obligation.asked",
                message.writtenAt(),
                new Data(
                        message.obligation().value(),
                        message.reference().value(),
                        message.copy() ? "access" : "erasure",
                        message.items(),
                        message.due(),
                        api + message.obligation()),
                checkpoint()));
    }

    /** The whole log in a few lines that name nobody: whoever keeps it can show later if we rewrote anything. */
    private @Nullable String checkpoint() {
        var latest = log.getIfAvailable();
        return latest == null ? null : latest.head().map(Head::note).orElse(null);
    }

    private record Body(
            String type,
            Instant timestamp,
            Data data,
            @JsonInclude(Include.NON_NULL) @Nullable String checkpoint) {}

    private record Data(
            @JsonProperty("obligation_id") UUID obligation,
            String reference,
            String kind,
            int items,
            LocalDate due,
            String url) {}
}
