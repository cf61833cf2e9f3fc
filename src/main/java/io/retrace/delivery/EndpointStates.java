package io.retrace.delivery;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.partners.OpenDsrEndpoints;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.partners.WebhookEndpoint;
import io.retrace.partners.WebhookEndpoints;
import io.retrace.shared.DomainException.Conflict;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which ways to companies do not work, and having one used again. */
@Service
@PreAuthorize(Roles.IS_SUPPORT)
public class EndpointStates {

    private final DisabledEndpoints disabled;
    private final Paces paces;
    private final PartnerDirectory partners;
    private final WebhookEndpoints webhooks;
    private final OpenDsrEndpoints processors;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndpointStates(
            DisabledEndpoints disabled,
            Paces paces,
            PartnerDirectory partners,
            WebhookEndpoints webhooks,
            OpenDsrEndpoints processors,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.disabled = disabled;
        this.paces = paces;
        this.partners = partners;
        this.webhooks = webhooks;
        this.processors = processors;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** The longest first. An address that was replaced is nobody’s trouble. */
    @Transactional(readOnly = true)
    public List<EndpointTrouble> troubles() {
        var all = new ArrayList<EndpointTrouble>();
        disabled.all().forEach((address, since) -> {
            if (inUse(address))
                all.add(trouble(address.company(), address.channel(), EndpointCondition.DISABLED, since));
        });
        for (var failing : paces.failing()) {
            if (!known(all, failing))
                all.add(trouble(failing.company(), failing.channel(), EndpointCondition.FAILING, failing.since()));
        }
        all.sort(Comparator.comparing(EndpointTrouble::since));
        return all;
    }

    /** The company says that its server is well: its address is used for what comes next. Throws {@code Conflict} if it is. */
    @Transactional
    public void useAgain(PartnerId company) {
        var channels = disabled.remove(company);
        if (channels.isEmpty()) throw new Conflict("error.endpoint-in-use");
        channels.forEach(channel -> paces.forgive(company, channel));
        events.publishEvent(
                new EndpointEnabled(company, user.actor(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private boolean inUse(DisabledEndpoints.Address address) {
        var url = switch (address.channel()) {
            case WEBHOOK -> webhooks.of(address.company()).map(WebhookEndpoint::url);
            case OPENDSR -> processors.of(address.company()).map(OpenDsrTarget::url);
            case MAIL_LINK, PAGE -> Optional.<URI>empty(); // no servers
        };
        return url.filter(address.url()::equals).isPresent();
    }

    private static boolean known(List<EndpointTrouble> all, Paces.Failing failing) {
        return all.stream()
                .anyMatch(one -> one.company().id().equals(failing.company()) && one.channel() == failing.channel());
    }

    private EndpointTrouble trouble(
            PartnerId company, Partner.Channel channel, EndpointCondition condition, Instant since) {
        return new EndpointTrouble(partners.partner(company), channel, condition, since);
    }
}
