package io.retrace.obligations;

import io.retrace.requests.Fulfilment;
import io.retrace.requests.SubjectRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request in the queue: what, where it stands, who we wait for, what is next.
 *
 * @param waitsFor never {@code OPEN} or {@code CLOSED} for an open request
 * @param silentSince since when the most silent company has not answered, with its name; {@code null} if none is silent
 */
public record QueueRow(
        SubjectRequest request,
        Fulfilment.Tally tally,
        QueueFilter waitsFor,
        @Nullable String silentCompany,
        @Nullable Instant silentSince,
        @Nullable Instant nextActionAt) {}
