package io.retrace.audit;

import io.retrace.shared.DomainException.RuleViolation;

/** Why an auditor needs to see photos’ ids: said in writing, so that somebody can ask about it later. */
final class Reason {

    static final int SHORTEST = 20;
    static final int LONGEST = 2_000;

    private Reason() {}

    static String checked(String text) {
        var reason = text.strip();
        if (reason.length() < SHORTEST || reason.length() > LONGEST) {
            throw new RuleViolation("reason", "error.audit.reason", SHORTEST, LONGEST);
        }
        if (reason.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new RuleViolation("reason", "error.text-control");
        }
        return reason;
    }
}
