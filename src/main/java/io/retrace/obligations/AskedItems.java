package io.retrace.obligations;

import io.retrace.shared.ForModules;
import java.time.Instant;
import java.util.List;

/** What a company is asked about, for channels that say it in the message. */
@ForModules
public interface AskedItems {

    /** Throws {@code NotFound}. */
    Asked of(ObligationId obligation, int most);

    /**
     * What the company may know (T5).
     *
     * @param since when the person asked
     * @param items all of them, or none where there are more than was asked for
     */
    record Asked(Instant since, List<CompanyItem> items) {

        public Asked {
            items = List.copyOf(items);
        }
    }
}
