package io.retrace.evidence;

import java.util.UUID;

/** One version of a receipt. It names; it grants nothing. */
public record ReceiptId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
