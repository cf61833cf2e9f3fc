package io.retrace.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/** A moment, for people and for machines. */
@Tag("time")
public final class Time extends Component {

    public Time(Instant at, Words words) {
        getElement().setText(words.time(at));
        getElement().setAttribute("datetime", at.toString());
    }
}
