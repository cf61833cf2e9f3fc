package io.retrace.ledger;

import io.retrace.partners.Partner;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.partners.Purpose;
import io.retrace.shared.EmailAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A registry of one company and one purpose, for reading lines by the thousand without a database. */
final class RegistryInMemory implements PartnerDirectory {

    private final Partner partner = new Partner(
            new PartnerId(1),
            "lumen-vision",
            "Lumen Vision",
            "Lumen Vision GmbH",
            "DE",
            PartnerRole.CONTROLLER,
            new EmailAddress("privacy@lumen.example"),
            Channel.PAGE,
            Duration.ofDays(14));
    private final Purpose purpose = new Purpose(1, "face-recognition", true, true, "https://w3id.org/dpv#Purpose");

    /** The feed with its real rules; only reading is possible, since nothing is there to store into. */
    @SuppressWarnings("NullAway")
    static DisclosureFeed disclosureFeed() {
        var clock = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
        return new DisclosureFeed(new LineCheck(clock), new Known(new RegistryInMemory()), null);
    }

    @Override
    public Partner partner(PartnerId id) {
        return partner;
    }

    @Override
    public Optional<Partner> bySlug(String slug) {
        return slug.equals(partner.slug()) ? Optional.of(partner) : Optional.empty();
    }

    @Override
    public Collection<Partner> partners() {
        return List.of(partner);
    }

    @Override
    public Optional<Purpose> purpose(String code) {
        return code.equals(purpose.code()) ? Optional.of(purpose) : Optional.empty();
    }

    @Override
    public Purpose purpose(int no) {
        return purpose;
    }

    @Override
    public Collection<Purpose> purposes() {
        return List.of(purpose);
    }
}
