package io.retrace.partners;

import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.shared.EmailAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A company in the registry. */
@Entity
@Table(name = "partner")
class RegisteredPartner {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Short no;

    private String slug;
    private String name;
    private String legalName;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 2)
    private String country;

    @Enumerated(EnumType.STRING)
    private PartnerRole role;

    private String contact;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private long answerWithinSeconds;

    private @Nullable String contractOwner;
    private Instant registeredAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected RegisteredPartner() {}

    RegisteredPartner(String slug, PartnerDetails details, Instant now) {
        this.slug = slug;
        this.name = details.name();
        this.legalName = details.legalName();
        this.country = details.country();
        this.role = details.role();
        this.contact = details.contact().value();
        this.channel = details.channel();
        this.answerWithinSeconds = details.answerWithin().toSeconds();
        this.contractOwner = text(details.contractOwner());
        this.registeredAt = now;
        this.changedAt = now;
    }

    /** Takes over what the platform says now; returns whether that was anything new. */
    boolean become(PartnerDetails details, Instant now) {
        if (details.equals(details())) return false;
        name = details.name();
        legalName = details.legalName();
        country = details.country();
        role = details.role();
        contact = details.contact().value();
        channel = details.channel();
        answerWithinSeconds = details.answerWithin().toSeconds();
        contractOwner = text(details.contractOwner());
        changedAt = now;
        return true;
    }

    Partner asPartner() {
        return new Partner(
                id(),
                slug,
                name,
                legalName,
                country,
                role,
                new EmailAddress(contact),
                channel,
                Duration.ofSeconds(answerWithinSeconds),
                contractOwner == null ? null : new EmailAddress(contractOwner));
    }

    PartnerId id() {
        if (no == null) throw new IllegalStateException("not stored yet");
        return new PartnerId(no);
    }

    private PartnerDetails details() {
        return new PartnerDetails(
                name,
                legalName,
                country,
                role,
                new EmailAddress(contact),
                channel,
                Duration.ofSeconds(answerWithinSeconds),
                contractOwner == null ? null : new EmailAddress(contractOwner));
    }

    private static @Nullable String text(@Nullable EmailAddress address) {
        return address == null ? null : address.value();
    }
}
