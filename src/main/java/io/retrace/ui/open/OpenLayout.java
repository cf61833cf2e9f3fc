package io.retrace.ui.open;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.ui.shell.Audience;
import io.retrace.ui.shell.Frame;
import io.retrace.ui.shell.FrameParts;

/** The frame of pages for anybody. */
@AnonymousAllowed
class OpenLayout extends Frame {

    OpenLayout(FrameParts parts) {
        super(parts, Audience.OPEN);
    }
}
