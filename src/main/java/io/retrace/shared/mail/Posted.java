package io.retrace.shared.mail;

import org.jspecify.annotations.Nullable;

/**
 * What became of a letter at our mail server.
 *
 * @param code the server’s reply code (RFC 5321 §4.2), or {@code null} if it could not be asked
 */
public record Posted(Verdict verdict, @Nullable Integer code) {

    /** Accepted by the mail server is all that SMTP can say; nobody has read anything. */
    public enum Verdict {
        ACCEPTED,
        /** The server is away, busy or does not know us: try again. */
        LATER,
        /** This letter will never be taken for this recipient (a 5xx reply): trying again is pointless. */
        REFUSED
    }
}
