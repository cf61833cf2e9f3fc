package io.retrace.ui.open;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.identity.CurrentUser;

/** An address that leads nowhere. */
@ParentLayout(OpenLayout.class)
@AnonymousAllowed
class UnknownRoute extends UnknownPage implements HasErrorParameter<NotFoundException> {

    UnknownRoute(CurrentUser user) {
        super(user);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return show();
    }
}
