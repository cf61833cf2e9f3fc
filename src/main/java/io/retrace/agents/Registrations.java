package io.retrace.agents;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.partners.EndpointAddresses;
import io.retrace.shared.DomainException.Conflict;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class Registrations implements AgentRegistry {

    private final AgentRows rows;
    private final EndpointAddresses addresses;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registrations(
            AgentRows rows,
            EndpointAddresses addresses,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.addresses = addresses;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    @PreAuthorize(Roles.IS_SUPPORT)
    public List<Agent> agents() {
        return rows.all();
    }

    @Override
    @Transactional
    @PreAuthorize(Roles.IS_SUPPORT_LEAD)
    public Agent register(AgentDetails details) {
        user.requireStepUp();
        addresses.check("endpoint", details.endpoint());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var known = rows.lock(details.id());
        if (known.isEmpty()) {
            if (!rows.insert(details, now)) throw new Conflict("error.agent.twice");
            events.publishEvent(new AgentRegistered(details.id(), now));
        } else if (!details.equals(details(known.get()))) {
            rows.change(details, now);
            events.publishEvent(new AgentChanged(details.id(), details.active(), now));
        }
        return rows.find(details.id()).orElseThrow();
    }

    private static AgentDetails details(Agent agent) {
        return new AgentDetails(agent.id(), agent.name(), agent.key(), agent.endpoint(), agent.active());
    }
}
