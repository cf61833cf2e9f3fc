package io.retrace.delivery;

import io.retrace.identity.Roles;
import io.retrace.obligations.ObligationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What support reads of how a company was asked. */
@Service
@PreAuthorize(Roles.IS_SUPPORT)
public class DeliveryLog {

    private final DeliveryRows rows;
    private final OpenDsrRows processors;

    DeliveryLog(DeliveryRows rows, OpenDsrRows processors) {
        this.rows = rows;
        this.processors = processors;
    }

    /** Every attempt to put this question to its company, oldest first. */
    public List<DeliveryAttempt> attempts(ObligationId obligation) {
        return rows.attempts(obligation);
    }

    /** What the watchdog found, newest first: at most a hundred. */
    public List<DeliveryAlert> alerts() {
        return rows.alerts();
    }

    /** What the company’s server said against it, if that still stands. */
    public Optional<Objection> objection(ObligationId obligation) {
        return processors.objection(obligation);
    }

    /** Since when a human should look, because the company’s own channel has failed for good; empty if it has not. */
    public Optional<Instant> needsHelpSince(ObligationId obligation) {
        return rows.forSupportSince(obligation);
    }
}
