package io.retrace.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Message.About;
import io.retrace.delivery.spi.Message.TestEvent;
import io.retrace.obligations.Errand;
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

/**
 * What a webhook says: that there is a question, where to read it, and how far the evidence log had grown. One body for two
 * readers: an event of CloudEvents 1.0.2 in structured mode, with the {@code timestamp} of Standard Webhooks 1.0 beside it.
 */
@Component
class WebhookBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private final String source;
    private final ObjectProvider<LatestCheckpoint> log;

    WebhookBody(@Value("${retrace.portal-url}") String portalUrl, ObjectProvider<LatestCheckpoint> log) {
        this.source = portalUrl;
        this.log = log;
    }

    byte[] of(Message message) {
        return JSON.writeValueAsBytes(new Body(
                "1.0",
                message.id(),
                source,
                type(message),
                subject(message),
                message.writtenAt(),
                message.writtenAt(),
                "application/json",
                data(message)));
    }

    private static String type(Message message) {
        return switch (message) {
            case About about -> "obligation." + word(about.errand());
            case TestEvent test -> "test";
        };
    }

    private static String word(Errand errand) {
        return switch (errand) {
            case ASK -> "asked";
            case REMIND -> "reminded";
            case AMENDED -> "amended";
            case CANCELLED -> "cancelled";
        };
    }

    private static @Nullable UUID subject(Message message) {
        return switch (message) {
            case About about -> about.question().obligation().value();
            case TestEvent test -> null;
        };
    }

    private Data data(Message message) {
        return switch (message) {
            case About about -> {
                var question = about.question();
                yield new Data(
                        question.obligation().value(),
                        question.reference().value(),
                        question.copy() ? "access" : "erasure",
                        question.items(),
                        question.due(),
                        source + "/api/v1/obligations/" + question.obligation(),
                        checkpoint());
            }
            case TestEvent test -> new Data(null, null, null, null, null, null, checkpoint());
        };
    }

    /** The whole log in a few lines that name nobody: whoever keeps it can show later if we rewrote anything. */
    private @Nullable String checkpoint() {
        var latest = log.getIfAvailable();
        return latest == null ? null : latest.head().map(Head::note).orElse(null);
    }

    @JsonInclude(Include.NON_NULL)
    private record Body(
            @JsonProperty("specversion") String version,
            String id,
            String source,
            String type,
            @Nullable UUID subject,
            Instant time,
            Instant timestamp,
            @JsonProperty("datacontenttype") String contentType,
            Data data) {}

    @JsonInclude(Include.NON_NULL)
    private record Data(
            @JsonProperty("obligation_id") @Nullable UUID obligation,
            @Nullable String reference,
            @Nullable String kind,
            @Nullable Integer items,
            @Nullable LocalDate due,
            @Nullable String url,
            @Nullable String checkpoint) {}
}
