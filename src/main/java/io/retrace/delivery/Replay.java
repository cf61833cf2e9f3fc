package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that are sent once more, under the ids they had.
 *
 * @param obligation this one only, or {@code null} for all of the company that were written in these days
 * @param from inclusive
 * @param until exclusive
 * @param messages how many were found when it was ordered
 * @param sent how many have been put back into the queue so far
 */
public record Replay(
        UUID id,
        PartnerId company,
        @Nullable ObligationId obligation,
        Instant from,
        Instant until,
        int messages,
        int sent,
        Instant orderedAt,
        @Nullable Instant doneAt) {}
