package io.retrace.access.inspection;

import io.retrace.shared.DomainException.RuleViolation;

/** Why a file is not taken: one key per reason, about the field {@code file}. */
final class Refusals {

    private Refusals() {}

    static RuleViolation because(String reason, Object... arguments) {
        return new RuleViolation("file", "error.file." + reason, arguments);
    }

    /** It begins as one thing and goes on as another. */
    static RuleViolation polyglot() {
        return because("polyglot");
    }

    /** Its own structure does not hold. */
    static RuleViolation broken(FileType type) {
        return because("broken", type.name());
    }
}
