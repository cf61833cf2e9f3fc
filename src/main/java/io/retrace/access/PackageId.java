package io.retrace.access;

import java.util.UUID;

/** One package. */
public record PackageId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
