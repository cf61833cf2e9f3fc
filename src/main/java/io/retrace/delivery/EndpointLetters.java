package io.retrace.delivery;

import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.mail.Letter;
import io.retrace.shared.mail.Postbox;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells a company by mail that its server does not take our messages; it cannot learn that from the server. */
@Component
class EndpointLetters {

    /** A server that is back within the hour is nothing to write about. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(EndpointLetters.class);
    private static final Duration LATER = Duration.ofMinutes(15);

    private final Postbox postbox;
    private final PartnerDirectory partners;
    private final Paces paces;
    private final DisabledEndpoints disabled;
    private final String pages;
    private final Clock clock;

    EndpointLetters(
            Postbox postbox,
            PartnerDirectory partners,
            Paces paces,
            DisabledEndpoints disabled,
            @Value("${retrace.portal-url}") String portalUrl,
            Clock clock) {
        this.postbox = postbox;
        this.partners = partners;
        this.paces = paces;
        this.disabled = disabled;
        this.pages = portalUrl + "/company";
        this.clock = clock;
    }

    /** When to try again; empty if the company’s contact has the mail, or it is not true any more. */
    Optional<Instant> send(EndpointNotice notice) {
        if (!stillTrue(notice)) return Optional.empty();
        var posted = postbox.post(letter(notice, partners.partner(notice.companyId())));
        return switch (posted.verdict()) {
            case ACCEPTED -> Optional.empty();
            case LATER -> Optional.of(clock.instant().plus(LATER));
            case REFUSED -> {
                LOG.error("Company {} cannot be told of its endpoint: its contact takes no mail", notice.company());
                yield Optional.empty();
            }
        };
    }

    private boolean stillTrue(EndpointNotice notice) {
        return switch (notice.condition()) {
            case FAILING ->
                paces.failingSince(notice.companyId(), notice.channel())
                        .filter(notice.since()::equals)
                        .isPresent();
            case DISABLED ->
                disabled.all().entrySet().stream()
                        .anyMatch(one -> one.getKey().company().equals(notice.companyId())
                                && one.getValue().equals(notice.since()));
        };
    }

    private Letter letter(EndpointNotice notice, Partner company) {
        return new Letter(
                "endpoint-" + notice.company() + "-" + notice.condition().name().toLowerCase(Locale.ROOT) + "-"
                        + notice.since().toEpochMilli(),
                company.contact(),
                company.mailLanguage().orElse(Locale.ENGLISH), // as all mails to a contact
                "company",
                notice.condition() == EndpointCondition.FAILING ? "endpoint-failing" : "endpoint-disabled",
                List.of(notice.since().atZone(ZoneOffset.UTC).toLocalDate()),
                URI.create(pages));
    }
}
