package io.retrace.evidence.verify;

import java.util.List;

/** A receipt is not what it claims to be: the first step that failed, and what its sentence names. */
public final class ReceiptRefused extends Exception {

    private final Flaw flaw;
    private final transient List<Object> arguments;

    ReceiptRefused(Flaw flaw, Object... arguments) {
        super(flaw.key() + List.of(arguments));
        this.flaw = flaw;
        this.arguments = List.of(arguments);
    }

    /** The step that failed. */
    public Flaw flaw() {
        return flaw;
    }

    /** For the placeholders of its sentence. */
    public List<Object> arguments() {
        return arguments;
    }
}
