package io.retrace.obligations;

import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.List;

/** An item as its company sees it: opaque reference, hash of the file it was sent, when first, for which purposes. */
public record CompanyItem(ItemRef ref, Sha256 sha256, Instant disclosedAt, List<String> purposes) {

    public CompanyItem {
        purposes = List.copyOf(purposes);
    }
}
