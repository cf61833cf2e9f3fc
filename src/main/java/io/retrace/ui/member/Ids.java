package io.retrace.ui.member;

import io.retrace.ledger.PhotoId;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import java.util.UUID;

/** Reads ids from addresses; what is no id answers like what does not exist. */
final class Ids {

    private Ids() {}

    static PhotoId photo(String text) {
        try {
            return new PhotoId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new NotFound("error.not-found");
        }
    }

    static Reference reference(String text) {
        try {
            return new Reference(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("error.not-found");
        }
    }
}
