package io.retrace.evidence;

import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as lists show it.
 *
 * @param obligation the company it is about; {@code null}: the whole request
 * @param version 1 for the first, then 2, 3 …
 * @param newest whether no later version replaces it
 * @param provable whether its proof is there; it follows within seconds
 */
public record IssuedReceipt(
        ReceiptId id,
        RequestId request,
        @Nullable ObligationId obligation,
        int version,
        Instant issuedAt,
        boolean newest,
        boolean provable) {}
