package io.retrace.agents;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an agent filed.
 *
 * @param lapsesAt until when its person may confirm it
 * @param content MAC over what was asked for whom
 * @param address where the claimed person was said to be reached, sealed; gone once they were looked for
 * @param subject whom it is for; {@code null} if nobody was found, or not looked for yet
 * @param request what it became
 * @param merged whether that request was there before
 */
@SuppressWarnings("ArrayRecordComponent") // compared as bytes where it matters
record Filing(
        FilingId id,
        AgentId agent,
        @Nullable String agentRequestId,
        byte[] content,
        Exercise exercise,
        FilingState state,
        Instant filedAt,
        Instant lapsesAt,
        byte @Nullable [] address,
        @Nullable Instant soughtAt,
        @Nullable SubjectId subject,
        @Nullable RequestId request,
        boolean merged,
        @Nullable URI callback) {

    /** Whether somebody is still to be asked. */
    boolean waits(Instant now) {
        return state == FilingState.AWAITING && now.isBefore(lapsesAt);
    }
}
