package io.retrace.identity;

import io.retrace.shared.ForModules;

/** People who do not exist, for companies that try their programs (ADR 0021). They have no account and get no mail. */
@ForModules
public interface MadeUpPeople {

    /**
     * One more of them; erased like anybody else after thirty days and the platform’s notice.
     *
     * @param group who they are made up for, of letters and digits
     * @param mostADay how many a group gets in 24 hours; one more is a {@code Conflict}
     * @throws io.retrace.shared.DomainException.NotFound in a portal for real people, which has none of this
     */
    MemberRef another(String group, int mostADay);

    /** Throws {@code NotFound} in a portal for real people. */
    void mustBePossible();
}
