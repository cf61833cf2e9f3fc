package io.retrace.ui.member;

import io.retrace.identity.Roles;
import io.retrace.ui.shell.Audience;
import io.retrace.ui.shell.Frame;
import io.retrace.ui.shell.FrameParts;
import jakarta.annotation.security.RolesAllowed;

/** The frame of a member’s pages. */
@RolesAllowed(Roles.MEMBER)
class MemberLayout extends Frame {

    MemberLayout(FrameParts parts) {
        super(parts, Audience.MEMBER);
    }
}
