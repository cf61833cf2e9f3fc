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
        return JSON.writeValueAsBytes(new Body(type(message), message.writtenAt(), data(message), checkpoint()));
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

    private @Nullable Data data(Message message) {
        return switch (message) {
            case About about -> {
                var question = about.question();
                yield new Data(
                        question.obligation().value(),
                        question.reference().value(),
                        question.copy() ? "access" : "erasure",
                        question.items(),
                        question.due(),
                        api + question.obligation());
            }
            case TestEvent test -> null;
        };
    }

    /** The whole log in a few lines that name nobody: whoever keeps it can show later if we rewrote anything. */
    private @Nullable String checkpoint() {
        var latest = log.getIfAvailable();
        return latest == null ? null : latest.head().map(Head::note).orElse(null);
    }

    private record Body(
            String type,
            Instant timestamp,
            @JsonInclude(Include.NON_NULL) @Nullable Data data,
            @JsonInclude(Include.NON_NULL) @Nullable String checkpoint) {}

    private record Data(
            @JsonProperty("obligation_id") UUID obligation,
            String reference,
            String kind,
            int items,
            LocalDate due,
            String url) {}
}
