package io.retrace.ledger;

import io.retrace.partners.PartnerId;
import java.util.Set;

/** Which of a person’s photos at which companies. Nothing is ever preselected. */
public sealed interface Selection {

    /** Everything that any company received. */
    record All() implements Selection {}

    /** These photos, at every company that received them. */
    record Photos(Set<PhotoId> photos) implements Selection {
        public Photos {
            photos = Set.copyOf(photos);
            if (photos.isEmpty() || photos.size() > 5_000) throw new IllegalArgumentException("1 to 5000 photos");
        }
    }

    /** Every photo that these companies received. */
    record Companies(Set<PartnerId> companies) implements Selection {
        public Companies {
            companies = Set.copyOf(companies);
            if (companies.isEmpty() || companies.size() > 5_000)
                throw new IllegalArgumentException("1 to 5000 companies");
        }
    }
}
