package io.retrace.ui.open;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.identity.CurrentUser;

/** A page of somebody else’s role. */
@ParentLayout(OpenLayout.class)
@AnonymousAllowed
class ForeignPage extends UnknownPage implements HasErrorParameter<AccessDeniedException> {

    ForeignPage(CurrentUser user) {
        super(user);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return show();
    }
}
