package io.retrace.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A test event and what came of it; never what the server said.
 *
 * @param messageId its {@code webhook-id}
 * @param completedAt {@code null} while it is on its way
 * @param outcome last part of the bundle key {@code delivery.outcome.<outcome>}; {@code null} while it is on its way
 * @param status HTTP status, or {@code null} if there was none
 */
public record TestSend(
        String messageId,
        Instant orderedAt,
        @Nullable Instant completedAt,
        @Nullable String outcome,
        @Nullable Integer status) {}
