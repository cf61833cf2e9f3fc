package io.retrace.audit;

import java.util.UUID;

/** One bundle that was taken. */
public record ExportId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
