package io.retrace.delivery.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt came to; never what a body said.
 *
 * @param status HTTP status or SMTP reply code, or {@code null} if there was none
 * @param retryAfter how long the other side asked us to wait (RFC 9110 §10.2.3), or {@code null}
 */
public record Outcome(
        Word word, @Nullable Integer status, @Nullable Duration retryAfter) {

    public static Outcome of(Word word) {
        return new Outcome(word, null, null);
    }

    public static Outcome of(Word word, int status) {
        return new Outcome(word, status, null);
    }

    /** In one word. */
    public enum Word {
        /** The company’s server or mail system took it: asked, and no more than that (T1). */
        REACHED,
        /** An answer that is no success: 4xx, 5xx. */
        REFUSED,
        /** 3xx: never followed, since the new address was never checked. */
        REDIRECTED,
        /** 429, or a mail server that is busy. */
        BUSY,
        /** No answer in time. */
        TIMED_OUT,
        /** No connection, no TLS, cut off, or no HTTP. */
        UNREACHABLE,
        /** The address is one we never connect to (SSRF guard). */
        BLOCKED,
        /** 410: the company took its endpoint down; or there is none. */
        GONE,
        /** The other side will never take it: no such recipient, or it calls the message itself wrong. */
        UNDELIVERABLE,
        /** We lack what this channel needs for this company: a key, a certificate. */
        MISCONFIGURED;

        /** Whether this channel has nothing more to offer, however often it is tried. */
        public boolean hopeless() {
            return switch (this) {
                case GONE, UNDELIVERABLE, MISCONFIGURED -> true;
                case REACHED, REFUSED, REDIRECTED, BUSY, TIMED_OUT, UNREACHABLE, BLOCKED -> false;
            };
        }
    }
}
