package io.retrace.identity;

import java.util.Optional;

/** What the platform may do with its members here. */
public interface PlatformMembers {

    /**
     * The member’s account at the platform has ended: Retrace erases its own copy after a notice period in which the member
     * may object. Ordered twice, it is the same order. Throws {@code NotFound} for a member we do not know, {@code Conflict}
     * once the member has objected.
     *
     * @return empty if the member is erased already
     */
    Optional<Closing> close(MemberRef member);
}
