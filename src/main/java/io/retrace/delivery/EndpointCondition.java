package io.retrace.delivery;

/** How one way to a company’s servers is doing; healthy if it is neither of these. */
public enum EndpointCondition {
    /** The last messages all failed: one at a time looks whether anybody is there again. */
    FAILING,
    /** The company took the address down (410 Gone), or it failed for five days: it is left alone. */
    DISABLED
}
