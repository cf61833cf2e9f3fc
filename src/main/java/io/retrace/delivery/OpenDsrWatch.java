package io.retrace.delivery;

import io.retrace.delivery.DisabledEndpoints.Address;
import io.retrace.delivery.opendsr.SignedBody.Verdict;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.obligations.Asking;
import io.retrace.partners.OpenDsrEndpoints;
import io.retrace.partners.Partner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks for news of a submission, because a company must try its callback only once (OpenDSR 2.0 §7.6). */
@Component
class OpenDsrWatch {

    /** Some gather their callbacks for a quarter of an hour; then it is a matter of days. The last is repeated. */
    static final List<Duration> WAITS =
            List.of(Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(24));

    private final OpenDsrRows rows;
    private final OpenDsrReports reports;
    private final OpenDsrEndpoints endpoints;
    private final EndpointHealth health;
    private final OpenDsrClient client;
    private final Asking asking;
    private final Bulkhead bulkhead;
    private final Clock clock;

    OpenDsrWatch(
            OpenDsrRows rows,
            OpenDsrReports reports,
            OpenDsrEndpoints endpoints,
            EndpointHealth health,
            OpenDsrClient client,
            Asking asking,
            Bulkhead bulkhead,
            Clock clock) {
        this.rows = rows;
        this.reports = reports;
        this.endpoints = endpoints;
        this.health = health;
        this.client = client;
        this.asking = asking;
        this.bulkhead = bulkhead;
        this.clock = clock;
    }

    /** When to look again; empty once the protocol has nothing more to bring, or nothing is asked any more. */
    Optional<Instant> look(UUID id) {
        var request = rows.find(id).filter(found -> !found.finished()).orElse(null);
        if (request == null || !asking.question(request.obligation()).stillOpen()) return Optional.empty();
        var target = endpoints.of(request.company()).orElse(null);
        if (target == null) return Optional.empty();
        if (!health.inUse(new Address(request.company(), Partner.Channel.OPENDSR, target.url())))
            return Optional.of(clock.instant().plus(WAITS.getLast())); // it may be used again
        if (!bulkhead.enter(request.company()))
            return Optional.of(clock.instant().plusSeconds(5));
        try {
            var heard = client.call("GET", target, "/requests/" + id, Map.of(), null);
            if (heard.outcome().word() == Word.REACHED) {
                if (heard.verdict() == Verdict.GENUINE) reports.heard(target, request, heard.body());
                else reports.forged(request.company(), "status", heard.verdict());
            }
            rows.polled(id);
            if (rows.find(id).filter(OpenDsrRequest::finished).isPresent()) return Optional.empty();
            var wait = WAITS.get(Math.min(request.polls() + 1, WAITS.size() - 1));
            var wish = heard.outcome().retryAfter();
            return Optional.of(clock.instant().plus(wish != null && wish.compareTo(wait) > 0 ? capped(wish) : wait));
        } finally {
            bulkhead.leave(request.company());
        }
    }

    private static Duration capped(Duration wish) {
        return wish.compareTo(WAITS.getLast()) > 0 ? WAITS.getLast() : wish;
    }
}
