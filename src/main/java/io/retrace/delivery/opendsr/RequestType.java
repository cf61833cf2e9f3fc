package io.retrace.delivery.opendsr;

import java.util.Locale;

/** What may be asked for (OpenDSR 2.0 §7); we ask for no portability. */
public enum RequestType {
    ACCESS,
    PORTABILITY,
    ERASURE;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
