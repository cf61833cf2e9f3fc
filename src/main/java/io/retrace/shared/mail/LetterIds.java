package io.retrace.shared.mail;

import java.util.Optional;
import java.util.UUID;

/** Ids of letters that are made of the id of a row. */
public final class LetterIds {

    private LetterIds() {}

    /** The row’s id behind this beginning; empty if it is none as we write them. */
    public static Optional<UUID> uuid(String letter, String beginning) {
        if (!letter.startsWith(beginning)) return Optional.empty();
        var text = letter.substring(beginning.length());
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
