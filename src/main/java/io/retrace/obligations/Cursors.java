package io.retrace.obligations;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Slice;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keyset cursors: the sort key of the last row, in words of letters, digits, {@code - : . _}; they grant nothing. */
final class Cursors {

    private Cursors() {}

    /** A slice of at most {@code limit}, from one row more than that. */
    static <T> Slice<T> slice(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) return new Slice<>(rows, null);
        var shown = rows.subList(0, limit);
        return new Slice<>(shown, cursor.apply(shown.getLast()));
    }

    static int limit(int asked, int most) {
        if (asked < 1 || asked > most) throw new RuleViolation("limit", "error.limit", 1, most);
        return asked;
    }

    static @Nullable UUID id(@Nullable String cursor) {
        return cursor == null ? null : parse(cursor, UUID::fromString);
    }

    /** Reads a cursor made of a sort key and an id, joined by {@code _}. */
    static <K> @Nullable Place<K> place(@Nullable String cursor, Function<String, K> key) {
        if (cursor == null) return null;
        return parse(cursor, text -> {
            var bar = text.lastIndexOf('_');
            return new Place<>(key.apply(text.substring(0, bar)), UUID.fromString(text.substring(bar + 1)));
        });
    }

    private static <T> T parse(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(cursor);
        } catch (RuntimeException e) {
            throw new RuleViolation("after", "error.cursor");
        }
    }

    /** Where the former slice ended. */
    record Place<K>(K key, UUID id) {}
}
