package io.retrace.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Route;
import io.retrace.identity.CurrentUser;
import jakarta.annotation.security.PermitAll;

/** Stands here until the first real page does. */
@Route("")
@PermitAll
class PlaceholderView extends Div {

    PlaceholderView(CurrentUser user) {
        add(new H1(user.displayName().orElse("")));
    }
}
