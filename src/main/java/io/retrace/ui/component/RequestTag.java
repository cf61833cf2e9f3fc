package io.retrace.ui.component;

import com.vaadin.flow.component.html.Span;
import io.retrace.requests.RequestStatus;

/** A request’s status as icon, word and colour. */
public final class RequestTag extends Span {

    public RequestTag(RequestStatus status, Words words) {
        addClassNames("tag", tone(status));
        add(icon(status).draw(), Markup.span(words.say("request.word." + status.word())));
    }

    private static String tone(RequestStatus status) {
        return switch (status) {
            case RECEIVED -> "asked";
            case VERIFYING, UNDERWAY -> "working";
            case PARTLY_DONE -> "kept";
            case DONE -> "confirmed";
            case NOT_DONE, WITHDRAWN -> "nothing";
        };
    }

    private static Icon icon(RequestStatus status) {
        return switch (status) {
            case RECEIVED -> Icon.WAIT;
            case VERIFYING, UNDERWAY -> Icon.CLOCK;
            case PARTLY_DONE -> Icon.LOCK;
            case DONE -> Icon.CHECK;
            case NOT_DONE, WITHDRAWN -> Icon.NONE;
        };
    }
}
