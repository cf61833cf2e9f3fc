package io.retrace.ui.open;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.identity.CurrentUser;
import io.retrace.ui.shell.Routes;
import io.retrace.ui.shell.Start;
import jakarta.servlet.http.HttpServletResponse;

/** A page of somebody else’s role. */
@ParentLayout(OpenLayout.class)
@AnonymousAllowed
class ForeignPage extends UnknownPage implements HasErrorParameter<AccessDeniedException> {

    private final CurrentUser user;

    ForeignPage(CurrentUser user) {
        super(user);
        this.user = user;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        var start = Start.of(user);
        if (event.getLocation().getPath().isEmpty() && !start.isEmpty() && !start.equals(Routes.WELCOME)) {
            event.getUI().getPage().setLocation("/" + start); // after the sign-in everybody arrives at the root
            return HttpServletResponse.SC_OK;
        }
        return show();
    }
}
