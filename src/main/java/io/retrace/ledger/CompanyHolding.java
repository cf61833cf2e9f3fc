package io.retrace.ledger;

import io.retrace.partners.Partner;
import io.retrace.partners.Purpose;
import java.time.Instant;
import java.util.List;

/** What one company received of one person: how many photos, when first and last, for which purposes. */
public record CompanyHolding(Partner company, int photos, Instant first, Instant last, List<Purpose> purposes) {

    public CompanyHolding {
        purposes = List.copyOf(purposes);
    }
}
