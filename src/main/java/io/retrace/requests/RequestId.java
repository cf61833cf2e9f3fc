package io.retrace.requests;

import java.util.UUID;

/** One request of one person. */
public record RequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
