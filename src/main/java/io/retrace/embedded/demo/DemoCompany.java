package io.retrace.embedded.demo;

import java.time.Duration;

/** The companies with a server of their own, and how soon each of them answers. */
enum DemoCompany {
    LUMEN_VISION("lumen-vision", Duration.ofSeconds(4), Duration.ofSeconds(14)),
    CLEARWATER_SAFETY("clearwater-safety", Duration.ZERO, Duration.ZERO),
    PALISADE_ID("palisade-id", Duration.ofSeconds(2), Duration.ofSeconds(6)),
    NORTHLIGHT_RESEARCH("northlight-research", Duration.ZERO, Duration.ofSeconds(3));

    private final String slug;
    private final Duration acknowledgesAfter;
    private final Duration answersAfter;

    DemoCompany(String slug, Duration acknowledgesAfter, Duration answersAfter) {
        this.slug = slug;
        this.acknowledgesAfter = acknowledgesAfter;
        this.answersAfter = answersAfter;
    }

    String slug() {
        return slug;
    }

    /** The others take webhooks. */
    boolean speaksOpenDsr() {
        return this == CLEARWATER_SAFETY;
    }

    /** Zero: it answers without saying first that it works on it. */
    Duration acknowledgesAfter() {
        return acknowledgesAfter;
    }

    Duration answersAfter() {
        return answersAfter;
    }
}
