package io.retrace.identity;

import java.util.Optional;

/** The signed-in member’s own account with Retrace. */
public interface MyAccount {

    /** What is ordered, or empty if the account stays. */
    Optional<Closing> closing();

    /**
     * Orders that the account is closed and what Retrace holds is erased, once the undo window is over (GDPR Art. 17).
     * Needs a fresh step-up ({@code StepUpRequired} otherwise). Ordered twice, it is the same order.
     */
    Closing close();

    /** Takes it back, whoever ordered it; throws {@code Conflict} once erasing has begun. */
    void keep();
}
