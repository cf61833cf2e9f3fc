package io.retrace.agents;

import io.retrace.requests.RequestKind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A right as the Data Rights Protocol 1.0 §3.01 writes it, and which of ours it is. */
public enum Exercise {
    DELETION("deletion", RequestKind.ERASURE),
    ACCESS("access", RequestKind.ACCESS),
    /** Not defined further by the protocol; our copy names the categories with everything else. */
    ACCESS_CATEGORIES("access:categories", RequestKind.ACCESS),
    /** Likewise. */
    ACCESS_SPECIFIC("access:specific", RequestKind.ACCESS),
    /** Nothing is sold here, so there is nothing to opt out of or into. */
    SALE_OPT_OUT("sale:opt-out", null),
    SALE_OPT_IN("sale:opt-in", null);

    private final String text;
    private final @Nullable RequestKind kind;

    Exercise(String text, @Nullable RequestKind kind) {
        this.text = text;
        this.kind = kind;
    }

    public String text() {
        return text;
    }

    /** What it is with us; empty if we do not offer it. */
    public Optional<RequestKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** The protocol’s word for a right of ours. */
    public static Exercise of(RequestKind kind) {
        return switch (kind) {
            case ERASURE -> DELETION;
            case ACCESS -> ACCESS;
        };
    }

    /** Empty for a word that the protocol does not know. */
    static Optional<Exercise> read(String text) {
        return Arrays.stream(values()).filter(one -> one.text.equals(text)).findFirst();
    }
}
