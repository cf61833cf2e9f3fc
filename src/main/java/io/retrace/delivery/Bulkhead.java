package io.retrace.delivery;

import io.retrace.partners.PartnerId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** At most two messages to one company are on their way at a time, so that a hanging one cannot take all workers. */
@Component
class Bulkhead {

    static final int AT_A_TIME = 2;

    private final Map<PartnerId, Integer> onTheirWay = new HashMap<>();

    /** Takes a place if there is one; whoever got it must {@link #leave}. */
    synchronized boolean enter(PartnerId company) {
        if (onTheirWay.getOrDefault(company, 0) >= AT_A_TIME) return false;
        onTheirWay.merge(company, 1, Integer::sum);
        return true;
    }

    synchronized void leave(PartnerId company) {
        onTheirWay.computeIfPresent(company, (key, count) -> count == 1 ? null : count - 1);
    }
}
