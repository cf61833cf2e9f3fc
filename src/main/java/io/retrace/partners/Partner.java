package io.retrace.partners;

import io.retrace.shared.EmailAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A company that may receive photos.
 *
 * @param slug its name in addresses, feeds and as Keycloak organisation alias: lower-case, digits, dashes, ≤ 48
 * @param name everyday name, as people know it
 * @param legalName name in the register of companies
 * @param country ISO 3166-1 alpha-2
 * @param role what it is under GDPR Art. 4
 * @param contact where mails to the company go
 * @param channel how it is asked
 * @param answerWithin inner deadline: how long after being asked it may stay silent before we say so
 * @param contractOwner who looks after the contract with it and is told when it goes on keeping silent, or {@code null}
 * @param language of mails to it, or {@code null} if it chose none
 */
public record Partner(
        PartnerId id,
        String slug,
        String name,
        String legalName,
        String country,
        PartnerRole role,
        EmailAddress contact,
        Channel channel,
        Duration answerWithin,
        @Nullable EmailAddress contractOwner,
        @Nullable Locale language) {

    /** Without a contract owner; it chose no language. */
    public Partner(
            PartnerId id,
            String slug,
            String name,
            String legalName,
            String country,
            PartnerRole role,
            EmailAddress contact,
            Channel channel,
            Duration answerWithin) {
        this(id, slug, name, legalName, country, role, contact, channel, answerWithin, null, null);
    }

    /** It chose no language. */
    public Partner(
            PartnerId id,
            String slug,
            String name,
            String legalName,
            String country,
            PartnerRole role,
            EmailAddress contact,
            Channel channel,
            Duration answerWithin,
            @Nullable EmailAddress contractOwner) {
        this(id, slug, name, legalName, country, role, contact, channel, answerWithin, contractOwner, null);
    }

    /** The language its admin chose for mails, if one did. */
    public Optional<Locale> mailLanguage() {
        return Optional.ofNullable(language);
    }

    /** What the company is in law: acting for the platform, or on its own account. */
    public enum PartnerRole {
        PROCESSOR,
        CONTROLLER
    }

    /** How the company is asked; in this order, the others are tried when its own does not work. */
    public enum Channel {
        /** By signed webhook. */
        WEBHOOK,
        /** By OpenDSR 2.0, which it speaks already. */
        OPENDSR,
        /** By a mail whose link opens an answer page without an account: only for companies that chose it. */
        MAIL_LINK,
        /** By a mail that points to its page: the last resort, since every company has a contact. */
        PAGE
    }
}
