package io.retrace.obligations.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.shared.Slice;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page.
 *
 * @param next give it back as {@code after} to get the next page; absent on the last
 * @param note why it is empty, if there is something to say about that
 */
record SliceJson<T>(
        @JsonProperty("items") List<T> items,
        @JsonProperty("next") @Nullable String next,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("note") @Nullable
        String note) {

    static <A, T> SliceJson<T> of(Slice<A> slice, Function<A, T> shape) {
        return new SliceJson<>(slice.items().stream().map(shape).toList(), slice.next(), null);
    }

    SliceJson<T> because(@Nullable String reason) {
        return new SliceJson<>(items, next, reason);
    }
}
