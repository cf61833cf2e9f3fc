package io.retrace.obligations;

import java.util.UUID;

/** What one company owes on one request. */
public record ObligationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
