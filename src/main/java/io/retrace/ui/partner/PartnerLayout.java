package io.retrace.ui.partner;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.ui.shell.Audience;
import io.retrace.ui.shell.Frame;
import io.retrace.ui.shell.FrameParts;
import jakarta.annotation.security.RolesAllowed;

/** The frame of a company’s pages. */
@RolesAllowed({Roles.PARTNER, Roles.MAIL_DECLARANT})
class PartnerLayout extends Frame {

    PartnerLayout(FrameParts parts, CurrentUser user) {
        super(parts, user.has(Roles.PARTNER) ? Audience.COMPANY : Audience.DECLARANT);
    }
}
