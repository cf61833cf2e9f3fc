package io.retrace.access;

/** The malware scanner is configured and does not answer: nothing is taken in unchecked, and the caller tries again later. */
public final class ScannerAway extends RuntimeException {

    public ScannerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
