package io.retrace.ledger;

import io.retrace.shared.Slice;
import org.jspecify.annotations.Nullable;

/** Open incidents, for support, oldest first. */
public interface Incidents {

    Slice<Incident> open(@Nullable String after, int limit);
}
