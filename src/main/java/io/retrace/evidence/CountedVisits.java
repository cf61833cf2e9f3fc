package io.retrace.evidence;

import io.retrace.shared.SecretBox;
import io.retrace.shared.VisitCounter;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Counts by network and minute. */
@Service
class CountedVisits implements OpenVisits {

    private final VisitCounter counter;
    private final int reads;
    private final int checks;

    CountedVisits(
            JdbcClient jdbc,
            SecretBox box,
            @Value("${retrace.open.reads-per-minute:120}") int reads,
            @Value("${retrace.open.checks-per-minute:20}") int checks) {
        this.counter = new VisitCounter(jdbc, box, "open_visit", "open-visit");
        this.reads = reads;
        this.checks = checks;
    }

    @Override
    @PreAuthorize("permitAll()")
    public Optional<Duration> count(Kind kind, String address) {
        return counter.count(kind, VisitCounter.network(address), most(kind));
    }

    private int most(Kind kind) {
        return switch (kind) {
            case READ -> reads;
            case CHECK -> checks;
        };
    }
}
