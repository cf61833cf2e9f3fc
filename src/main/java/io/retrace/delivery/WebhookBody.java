package io.retrace.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.delivery.spi.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook says: that there is a question, and where to read it. */
@Component
class WebhookBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final String api;

    WebhookBody(@Value("${retrace.portal-url}") String portalUrl) {
        api = portalUrl + "/api/v1/obligations/";
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
                        api + message.obligation())));
    }

    private record Body(String type, Instant timestamp, Data data) {}

    private record Data(
            @JsonProperty("obligation_id") UUID obligation,
            String reference,
            String kind,
            int items,
            LocalDate due,
            String url) {}
}
