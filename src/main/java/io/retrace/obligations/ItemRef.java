package io.retrace.obligations;

import java.util.UUID;

/** One photo inside one obligation, by a random id (UUIDv4) that no other company shares (T5). */
public record ItemRef(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
