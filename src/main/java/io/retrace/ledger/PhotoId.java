package io.retrace.ledger;

import java.util.UUID;

/** One photo of one person; shown to that person only, companies get an item reference instead (T5). */
public record PhotoId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
