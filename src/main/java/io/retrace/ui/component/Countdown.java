package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** Time that runs out, counted in the browser; screen readers hear it at the start and near the end. */
@Tag("retrace-countdown")
@JsModule("./components/retrace-countdown.ts")
public final class Countdown extends Component {

    public Countdown(Instant until, Words words) {
        getElement().setProperty("until", until.toString());
        getElement().setProperty("label", words.say("undo.title"));
        getElement().setProperty("over", words.say("countdown.over"));
        getElement().setAttribute("lang", words.locale().toLanguageTag());
    }
}
