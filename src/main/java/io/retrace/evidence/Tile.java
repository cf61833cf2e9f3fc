package io.retrace.evidence;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address of a tile (C2SP tlog-tiles v0.1.0): {@code width} hashes at {@code level} of the tree of 256-fold branching, or as
 * many entries, from {@code index · 256} on. Each has one spelling; any other is no address.
 *
 * @param level 0–7, beyond which no tree of ours grows, or {@link #ENTRIES}
 * @param width 256 for a full tile
 */
public record Tile(int level, long index, int width) {

    /** The level of bundles of entries. */
    public static final int ENTRIES = -1;

    /** Hashes in a full tile. */
    public static final int FULL = 256;

    private static final int HIGHEST = 7;
    private static final Pattern PATH = Pattern.compile(
            "/(entries|0|[1-9][0-9]?)/" + "(?!x000/)((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/(0|[1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > HIGHEST) throw new IllegalArgumentException("no level " + level);
        if (index < 0) throw new IllegalArgumentException("no index " + index);
        if (width < 1 || width > FULL) throw new IllegalArgumentException("no width " + width);
    }

    /** Reads what follows {@code <prefix>/tile}, such as {@code /0/x001/x234/067} or {@code /entries/003.p/17}. */
    public static Optional<Tile> at(String path) {
        var parts = PATH.matcher(path);
        return parts.matches() ? at(parts) : Optional.empty();
    }

    private static Optional<Tile> at(Matcher parts) {
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        boolean partial = parts.group(3) != null && width == FULL;
        return level > HIGHEST || width < 1 || width > FULL || partial
                ? Optional.empty()
                : Optional.of(new Tile(level, index, width));
    }

    /** Whether a tree of so many leaves has all of it. */
    boolean isWithin(long size) {
        return end() <= size >> height();
    }

    /** Levels of the binary tree between the leaves and what it holds. */
    int height() {
        return 8 * Math.max(level, 0);
    }

    /** Number of its first hash or entry, on its level. */
    long start() {
        return index * FULL;
    }

    /** Number after its last. */
    long end() {
        return start() + width;
    }
}
