package io.retrace.access.web;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of a file (RFC 9110 §14): {@code bytes=0-99}, {@code bytes=100-} or the last bytes, {@code bytes=-100}. */
record ByteRange(long from, long count) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** What a {@code Range} header asks for. */
    sealed interface Asked {

        /** The whole file: no header, or one that a server may leave aside — another unit, several parts, no sense. */
        record Whole() implements Asked {}

        record Part(ByteRange range) implements Asked {}

        /** Nothing of it is in the file. */
        record Nothing() implements Asked {}
    }

    static Asked of(@Nullable String header, long length) {
        if (header == null) return new Asked.Whole();
        var match = ONE.matcher(header);
        if (!match.matches()) return new Asked.Whole();
        var first = number(match.group(1));
        var last = number(match.group(2));
        if (first.isEmpty()) {
            if (last.isEmpty()) return new Asked.Whole();
            long count = Math.min(last.get(), length);
            return count == 0 ? new Asked.Nothing() : part(length - count, length - 1);
        }
        if (last.isPresent() && last.get() < first.get()) return new Asked.Whole();
        if (first.get() >= length) return new Asked.Nothing();
        return part(first.get(), Math.min(last.orElse(length - 1), length - 1));
    }

    /** As {@code Content-Range} says it. */
    String ofLength(long length) {
        return "bytes " + from + "-" + (from + count - 1) + "/" + length;
    }

    private static Asked part(long first, long last) {
        return new Asked.Part(new ByteRange(first, last - first + 1));
    }

    private static Optional<Long> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits));
    }
}
