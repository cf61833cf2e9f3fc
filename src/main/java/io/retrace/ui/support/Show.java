package io.retrace.ui.support;

import io.retrace.obligations.QueueCounters;
import io.retrace.obligations.QueueFilter;
import io.retrace.ui.shell.Routes;
import java.util.Arrays;

/** Which part of the queue the address asks for. */
enum Show {
    OPEN(QueueFilter.OPEN, "open"),
    US(QueueFilter.WAITS_FOR_US, "us"),
    COMPANY(QueueFilter.WAITS_FOR_COMPANY, "company"),
    PERSON(QueueFilter.WAITS_FOR_PERSON, "person"),
    LATE(QueueFilter.PAST_LEGAL_DATE, "late"),
    CLOSED(QueueFilter.CLOSED, "closed");

    private final QueueFilter filter;
    private final String word;

    Show(QueueFilter filter, String word) {
        this.filter = filter;
        this.word = word;
    }

    QueueFilter filter() {
        return filter;
    }

    String word() {
        return word;
    }

    /** What the address says; everything open if it says nothing known. */
    static Show of(String word) {
        return Arrays.stream(values())
                .filter(show -> show.word.equals(word))
                .findFirst()
                .orElse(OPEN);
    }

    String path() {
        return this == OPEN ? Routes.SUPPORT : Routes.SUPPORT + "?show=" + word;
    }

    /** How many there are, counted by the same rule as the rows; only for those with a counter. */
    int count(QueueCounters counters) {
        return switch (this) {
            case US -> counters.us();
            case COMPANY -> counters.company();
            case PERSON -> counters.person();
            case LATE -> counters.pastLegalDate();
            case OPEN -> counters.us() + counters.company() + counters.person();
            case CLOSED -> 0;
        };
    }
}
