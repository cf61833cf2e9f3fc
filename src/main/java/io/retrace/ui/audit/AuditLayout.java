package io.retrace.ui.audit;

import io.retrace.identity.Roles;
import io.retrace.ui.shell.Audience;
import io.retrace.ui.shell.Frame;
import io.retrace.ui.shell.FrameParts;
import jakarta.annotation.security.RolesAllowed;

/** The frame of auditors’ pages. */
@RolesAllowed(Roles.AUDITOR)
class AuditLayout extends Frame {

    AuditLayout(FrameParts parts) {
        super(parts, Audience.AUDIT);
    }
}
