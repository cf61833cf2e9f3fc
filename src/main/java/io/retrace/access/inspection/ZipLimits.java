package io.retrace.access.inspection;

/**
 * How much an archive may hold.
 *
 * @param expanded bytes of all entries together
 * @param ratio how many times more than the archive itself, once that is more than a megabyte
 */
public record ZipLimits(int entries, long expanded, int ratio) {}
