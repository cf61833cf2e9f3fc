package io.retrace.requests;

import io.retrace.identity.Actor;
import java.time.Instant;
import java.util.List;

/**
 * One line of a timeline.
 *
 * @param key bundle key of the sentence: {@code timeline.<key>}
 * @param arguments its arguments: ids, numbers, dates, company names; never free text of a company
 */
public record TimelineEntry(Instant at, Actor.Kind by, String key, List<Object> arguments) {

    public TimelineEntry {
        arguments = List.copyOf(arguments);
    }
}
