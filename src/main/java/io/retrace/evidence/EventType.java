package io.retrace.evidence;

import io.retrace.shared.DomainEvent;
import java.util.Locale;

/** The name an event has in the log: its record’s name in kebab-case, such as {@code request-received}. */
final class EventType {

    private EventType() {}

    static String of(Class<? extends DomainEvent> event) {
        return event.getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
