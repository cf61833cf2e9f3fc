package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.SecretBox;
import io.retrace.shared.Sha256;
import io.retrace.shared.TimeOrderedId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes what grants access, links and codes, and recognises it again from what is kept of it. */
@Component
class LinkMint {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    private static final int CODES = 100_000_000;

    private final LinkRows rows;
    private final SecretBox box;
    private final String pages;
    private final Clock clock;

    LinkMint(LinkRows rows, SecretBox box, @Value("${retrace.portal-url}") String portalUrl, Clock clock) {
        this.rows = rows;
        this.box = box;
        this.pages = portalUrl + "/answer/";
        this.clock = clock;
    }

    /** A link of its own for every mail: what is kept of earlier ones could not be sent again. */
    URI link(ObligationId obligation, Partner company, boolean settled) {
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var id = TimeOrderedId.at(clock.instant());
        rows.insert(
                new AnswerLink(id, obligation, company.id(), mac(company.contact()), settled, clock.instant()),
                digest(secret));
        return URI.create(pages + secret);
    }

    byte[] digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    boolean sentTo(AnswerLink link, EmailAddress contact) {
        return MessageDigest.isEqual(link.contact(), mac(contact));
    }

    /** Eight digits, in two groups, as people read them out. */
    String code() {
        return "%04d %04d".formatted(RANDOM.nextInt(10_000), RANDOM.nextInt(CODES / 10_000));
    }

    /** Of the digits alone, for this link alone: keyed, since a hundred million guesses are quickly made. */
    byte[] mac(AnswerLink link, String code) {
        var digits = code.replaceAll("[^0-9]", "");
        return box.mac("answer-code:" + link.id(), digits.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] mac(EmailAddress contact) {
        return box.mac(
                "answer-link-contact", contact.value().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
