package io.retrace.evidence.merkle;

/** A note, checkpoint or proof is not what it claims to be; the message says which check failed, for people. */
public final class VerificationException extends Exception {

    VerificationException(String message) {
        super(message);
    }

    VerificationException(String message, Throwable cause) {
        super(message, cause);
    }
}
