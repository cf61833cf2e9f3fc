package io.retrace.evidence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A stranger who has a checkpoint and fetches tiles, nothing else: written from C2SP tlog-tiles and RFC 9162, hashing by the
 * recursive definition, so that it shares no mistake with what it checks.
 */
final class TileReader {

    private static final int FULL = 256;

    private final Function<String, byte[]> fetch;
    private final long size;
    private final Map<String, byte[]> seen = new HashMap<>();

    TileReader(Function<String, byte[]> fetch, long size) {
        this.fetch = fetch;
        this.size = size;
    }

    /** MTH of the leaves [from, to). */
    byte[] root(long from, long to) {
        if (to - from == 0) return sha256();
        for (int level = 7; level >= 0; level--) {
            long width = 1L << 8 * level;
            if (to - from == width && from % width == 0) return stored(level, from / width);
        }
        long left = Long.highestOneBit(to - from - 1);
        return sha256(new byte[] {1}, root(from, from + left), root(from + left, to));
    }

    /** PATH(index, [from, to)) of RFC 9162 §2.1.3.1. */
    List<byte[]> inclusion(long index, long from, long to) {
        if (to - from == 1) return new ArrayList<>();
        long middle = from + Long.highestOneBit(to - from - 1);
        var path = index < middle ? inclusion(index, from, middle) : inclusion(index, middle, to);
        path.add(index < middle ? root(middle, to) : root(from, middle));
        return path;
    }

    byte[] entry(long index) {
        var bundle = ByteBuffer.wrap(tile("entries", index / FULL, size));
        for (long i = index % FULL; ; i--) {
            var entry = new byte[Short.toUnsignedInt(bundle.getShort())];
            bundle.get(entry);
            if (i == 0) return entry;
        }
    }

    private byte[] stored(int level, long index) {
        var tile = tile(Integer.toString(level), index / FULL, size >> 8 * level);
        int at = (int) (index % FULL) * 32;
        return Arrays.copyOfRange(tile, at, at + 32);
    }

    private byte[] tile(String level, long tile, long available) {
        long width = Math.min(FULL, available - tile * FULL);
        var path = "/log/tile/" + level + "/" + number(tile) + (width == FULL ? "" : ".p/" + width);
        return seen.computeIfAbsent(path, fetch);
    }

    private static String number(long tile) {
        var last = "%03d".formatted(tile % 1000);
        return tile < 1000 ? last : number(tile / 1000).replaceFirst("([0-9]{3})$", "x$1") + "/" + last;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : parts) sha256.update(part);
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
