package io.retrace.access;

import org.jspecify.annotations.Nullable;

/** The malware scanner is configured and does not answer: nothing is taken in unchecked, and the caller tries again later. */
public final class ScannerAway extends RuntimeException {

    public ScannerAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
