package io.retrace.ui.support;

import io.retrace.identity.Roles;
import io.retrace.ui.shell.Audience;
import io.retrace.ui.shell.Frame;
import io.retrace.ui.shell.FrameParts;
import jakarta.annotation.security.RolesAllowed;

/** The frame of staff pages. */
@RolesAllowed({Roles.SUPPORT, Roles.SUPPORT_LEAD})
class SupportLayout extends Frame {

    SupportLayout(FrameParts parts) {
        super(parts, Audience.SUPPORT);
    }
}
