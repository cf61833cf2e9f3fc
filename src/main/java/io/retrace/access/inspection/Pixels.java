package io.retrace.access.inspection;

/** How big a picture may be: told from its header, before anybody decodes it. */
final class Pixels {

    private static final int LONGEST_SIDE = 40_000;
    private static final long MOST = 200_000_000;
    private static final long MOST_IN_ALL_FRAMES = 2_000_000_000;

    private Pixels() {}

    static void check(FileType type, long width, long height) {
        if (width <= 0 || height <= 0) throw Refusals.broken(type);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST) throw flood();
    }

    /** An animation is decoded frame by frame. */
    static void checkFrames(long width, long height, long frames) {
        if (frames * width * height > MOST_IN_ALL_FRAMES) throw flood();
    }

    private static io.retrace.shared.DomainException.RuleViolation flood() {
        return Refusals.because("pixels", MOST / 1_000_000);
    }
}
