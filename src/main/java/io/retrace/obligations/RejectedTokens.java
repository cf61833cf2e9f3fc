package io.retrace.obligations;

import io.retrace.identity.RejectedToken;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An answer under a forged or expired token is kept too, with its verdict (T8). */
@Component
class RejectedTokens {

    private static final Pattern ANSWER =
            Pattern.compile("/api/v1/obligations/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/[a-z]+");

    private final InboundLog inbound;

    RejectedTokens(InboundLog inbound) {
        this.inbound = inbound;
    }

    @EventListener
    void on(RejectedToken token) {
        if (!token.path().startsWith("/api/v1/obligations") || !token.method().equals("POST")) return;
        var answer = ANSWER.matcher(token.path());
        inbound.forged(answer.matches() ? new ObligationId(UUID.fromString(answer.group(1))) : null, token.reason());
    }
}
