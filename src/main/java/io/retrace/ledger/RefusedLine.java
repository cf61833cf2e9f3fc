package io.retrace.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line that was not recorded, and why.
 *
 * @param line its number from 1, empty lines counted
 * @param field the field that is at fault, or {@code null} if it is the line as a whole
 */
public record RefusedLine(long line, @Nullable String field, Reason reason) {

    /** Why a line, or a field of it, is refused; {@link #code()} is what the report says. */
    public enum Reason {
        /** Not one JSON object. */
        MALFORMED_JSON,
        /** More than 16,384 bytes. */
        LINE_TOO_LONG,
        /** Not UTF-8 (RFC 3629). */
        NOT_UTF_8,
        UNKNOWN_FIELD,
        REPEATED_FIELD,
        MISSING,
        /** Not a string, or the line is not an object. */
        WRONG_TYPE,
        /** A string, but not of the shape that the field has. */
        MALFORMED,
        /** More than five minutes ahead of our clock. */
        IN_THE_FUTURE,
        BEFORE_1990,
        /** No such company, purpose, legal basis or photo is registered. */
        UNKNOWN,
        /** The same event id came before with another content. */
        EVENT_ID_REUSED,
        /** The photo is registered as somebody else’s. */
        REGISTERED_TO_ANOTHER_MEMBER,
        /** The photo is registered with another hash or time. */
        REGISTERED_DIFFERENTLY,
        /** The member, or the person in the photo’s account, was erased here and must not come back. */
        ERASED,
        /** The address lies outside the media store. */
        OUTSIDE_MEDIA_STORE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
