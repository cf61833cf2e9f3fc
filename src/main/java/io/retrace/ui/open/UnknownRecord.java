package io.retrace.ui.open;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.identity.CurrentUser;
import io.retrace.shared.DomainException.NotFound;

/** A record that is not there, or not yours. */
@ParentLayout(OpenLayout.class)
@AnonymousAllowed
class UnknownRecord extends UnknownPage implements HasErrorParameter<NotFound> {

    UnknownRecord(CurrentUser user) {
        super(user);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        return show();
    }
}
