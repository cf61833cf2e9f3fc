package io.retrace.ledger;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Photos that are registered together. No photo stands in it twice. */
final class PhotoBatch extends FeedBatch {

    final String[] ref;
    final String[] member;
    final byte[] sha256;
    final @Nullable String[] preview;

    private final Set<String> known = new HashSet<>();

    PhotoBatch(int capacity) {
        super(capacity);
        ref = new String[capacity];
        member = new String[capacity];
        sha256 = new byte[capacity * 32];
        preview = new @Nullable String[capacity];
    }

    @Override
    void clear() {
        super.clear();
        known.clear();
    }

    void claim(String photo) {
        known.add(photo);
    }

    boolean holds(String photo) {
        return known.contains(photo);
    }
}
