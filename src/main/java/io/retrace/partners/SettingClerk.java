package io.retrace.partners;

import io.retrace.partners.SettingMailRows.Ending;
import io.retrace.partners.SettingMailRows.Kind;
import io.retrace.partners.SettingMailRows.Wanted;
import io.retrace.shared.Sha256;
import io.retrace.shared.mail.Letter;
import io.retrace.shared.mail.Postbox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the mails about settings: what was changed and when, and no value. Outside any transaction. */
@Component
class SettingClerk {

    private static final Logger LOG = LoggerFactory.getLogger(SettingClerk.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 24;
    private static final int ATTEMPTS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final SettingMailRows mails;
    private final SettingRows changes;
    private final PartnerDirectory partners;
    private final Postbox postbox;
    private final String portal;
    private final Clock clock;

    SettingClerk(
            SettingMailRows mails,
            SettingRows changes,
            PartnerDirectory partners,
            Postbox postbox,
            @Value("${retrace.portal-url}") String portalUrl,
            Clock clock) {
        this.mails = mails;
        this.changes = changes;
        this.partners = partners;
        this.postbox = postbox;
        this.portal = portalUrl;
        this.clock = clock;
    }

    static byte[] digest(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8)).bytes();
    }

    /** When to come back; empty if there is nothing left to do. */
    Optional<Instant> write(UUID id) {
        return mails.wanted(id).flatMap(this::send);
    }

    private Optional<Instant> send(Wanted mail) {
        mails.attempt(mail.id());
        var posted = postbox.post(letter(mail));
        return switch (posted.verdict()) {
            case ACCEPTED -> end(mail, Ending.SENT);
            case REFUSED -> end(mail, Ending.REFUSED);
            case LATER -> later(mail);
        };
    }

    private Optional<Instant> later(Wanted mail) {
        if (mail.attempts() + 1 >= ATTEMPTS) return end(mail, Ending.GAVE_UP);
        var pause = Duration.ofSeconds(5).multipliedBy(1L << Math.min(mail.attempts(), 16));
        return Optional.of(clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }

    /** A mail that comes late, or after an undoing, still tells what happened; only its link has nothing left to do. */
    private Letter letter(Wanted mail) {
        var change = mail.change();
        var link = mail.kind() == Kind.UNDOABLE && change.undoable(clock.instant());
        return new Letter(
                mail.id().toString(),
                mail.to(),
                partners.partner(change.partner()).mailLanguage().orElse(Locale.ENGLISH),
                mail.kind() == Kind.UNDONE ? "setting-undone" : link ? "setting" : "setting-told",
                change.setting().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                List.of(change.at().atZone(ZoneOffset.UTC).toLocalDate()),
                URI.create(portal + (link ? "/undo/" + secret(change) : "/company/settings")));
    }

    /** A link of its own for every attempt: what is kept of earlier ones could not be sent again. */
    private String secret(SettingChange change) {
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        changes.link(digest(secret), change.id(), clock.instant());
        return secret;
    }

    private Optional<Instant> end(Wanted mail, Ending ending) {
        if (ending != Ending.SENT) {
            LOG.error(
                    "Mail {} about change {} of company {} is not sent: {}; the change stands on its page",
                    mail.id(),
                    mail.change().id(),
                    mail.change().partner(),
                    ending);
        }
        mails.end(mail.id(), ending);
        return Optional.empty();
    }
}
