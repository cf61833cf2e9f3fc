package io.retrace.delivery.opendsr;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a processor is with a request (OpenDSR 2.0 §7). There is no word for refusing. */
public enum RequestStatus {
    PENDING,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RequestStatus> of(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }
}
