package io.retrace.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server did not start: what failed, and what to do about it. */
final class EmbeddedFailure extends RuntimeException {

    private final String cure;

    EmbeddedFailure(String what, String cure) {
        this(what, cure, null);
    }

    EmbeddedFailure(String what, String cure, @Nullable Throwable cause) {
        super(what, cause);
        this.cure = cure;
    }

    String cure() {
        return cure;
    }
}
