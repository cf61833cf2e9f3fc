package io.retrace.access;

import io.retrace.requests.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that was written to a person.
 *
 * @param occasion what it told of: bundle keys {@code mail.<audience>.<occasion>.headline} and {@code .text}
 * @param request what it was about, or {@code null}: the account
 * @param fate what became of it: bundle key {@code package.mail.<fate>}
 */
public record SentMail(
        Instant at, String occasion, @Nullable RequestId request, String fate) {

    String audience() {
        return request == null ? "account" : "person";
    }
}
