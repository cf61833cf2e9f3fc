package io.retrace.delivery;

import io.retrace.delivery.DisabledEndpoints.Address;
import io.retrace.delivery.DisabledEndpoints.Reason;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether the address of a company’s server is still worth trying, by whichever channel it is written to. */
@Component
class EndpointHealth {

    /** An address that has failed for so long is left alone (Standard Webhooks 1.0, “disabling failing endpoints”). */
    private static final Duration PATIENCE = Duration.ofDays(5);

    private static final Logger LOG = LoggerFactory.getLogger(EndpointHealth.class);

    private final DisabledEndpoints disabled;
    private final Paces paces;
    private final Clock clock;

    EndpointHealth(DisabledEndpoints disabled, Paces paces, Clock clock) {
        this.disabled = disabled;
        this.paces = paces;
        this.clock = clock;
    }

    boolean inUse(Address address) {
        return !disabled.contains(address);
    }

    /** Learns from what came of a call, and gives it on. */
    Outcome after(Address address, Outcome outcome) {
        var now = clock.instant();
        if (outcome.word() == Word.GONE) {
            LOG.warn(
                    "Company {} took its {} address down (410); it is asked by mail from now on",
                    address.company(),
                    address.channel());
            disabled.add(address, Reason.GONE, now);
        } else if (!outcome.word().hopeless() && outcome.word() != Word.REACHED && failsTooLong(address)) {
            LOG.warn(
                    "Company {}’s {} address has failed for five days; it is left alone",
                    address.company(),
                    address.channel());
            disabled.add(address, Reason.FAILING, now);
        }
        return outcome;
    }

    private boolean failsTooLong(Address address) {
        return paces.failingSince(address.company(), address.channel())
                .filter(clock.instant().minus(PATIENCE)::isAfter)
                .isPresent();
    }
}
