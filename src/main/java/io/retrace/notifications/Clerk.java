package io.retrace.notifications;

import io.retrace.identity.Contact;
import io.retrace.identity.Subjects;
import io.retrace.notifications.Mails.Ending;
import io.retrace.notifications.Mails.OnItsWay;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestReferences;
import io.retrace.shared.mail.Letter;
import io.retrace.shared.mail.Postbox;
import io.retrace.shared.mail.Posted;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes one mail: asks Keycloak for the address and language, hands the letter to the mail server, notes what came of it.
 * None of it inside a transaction. A crash in between sends the letter again under its Message-ID.
 */
@Component
class Clerk {

    /** How long a mail server may be away before we stop trying. */
    static final Duration PATIENCE = Duration.ofDays(5);

    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

    private final Mails mails;
    private final Subjects subjects;
    private final RequestReferences references;
    private final Postbox postbox;
    private final String pages;
    private final URI account;
    private final URI filed;
    private final Clock clock;

    Clerk(
            Mails mails,
            Subjects subjects,
            RequestReferences references,
            Postbox postbox,
            @Value("${retrace.portal-url}") String portalUrl,
            Clock clock) {
        this.mails = mails;
        this.subjects = subjects;
        this.references = references;
        this.postbox = postbox;
        this.pages = portalUrl + "/requests/";
        this.account = URI.create(portalUrl + "/settings");
        this.filed = URI.create(portalUrl + "/filed");
        this.clock = clock;
    }

    /** When to try again; empty if there is nothing left to do. Throws if Keycloak is away, and the queue tries again. */
    Optional<Instant> write(MailJob job) {
        var found = mails.find(job.mail());
        if (found.isEmpty() || !found.get().open()) return Optional.empty();
        var mail = found.get();
        var contact = subjects.contact(job.subjectId());
        if (contact.isEmpty()) return end(job, Ending.NO_ACCOUNT, null);
        var letter = letter(job, contact.get());
        mails.attempt(job.mail(), clock.instant());
        var posted = postbox.post(letter);
        return switch (posted.verdict()) {
            case ACCEPTED -> end(job, Ending.SENT, posted);
            case REFUSED -> end(job, Ending.REFUSED, posted);
            case LATER -> later(job, mail, posted);
        };
    }

    private Letter letter(MailJob job, Contact contact) {
        var request = job.request();
        if (request == null)
            return AccountLetter.of(
                    "mail-" + job.mail(),
                    contact,
                    job.occasion().key(),
                    job.occasion() == Occasion.ASKED_FOR_YOU ? filed : account);
        var reference = references.reference(new RequestId(request));
        return new Letter(
                "mail-" + job.mail(),
                contact.email(),
                contact.locale(),
                "person",
                job.occasion().key(),
                List.of(reference),
                URI.create(pages + reference));
    }

    private Optional<Instant> later(MailJob job, OnItsWay mail, Posted posted) {
        var wait = WAITS.get(Math.min(mail.attempts(), WAITS.size() - 1)).toMillis();
        var next = clock.instant().plusMillis(ThreadLocalRandom.current().nextLong(wait * 8 / 10, wait * 12 / 10));
        return next.isAfter(mail.plannedAt().plus(PATIENCE)) ? end(job, Ending.GAVE_UP, posted) : Optional.of(next);
    }

    private Optional<Instant> end(MailJob job, Ending ending, @Nullable Posted posted) {
        mails.end(job.mail(), ending, posted == null ? null : posted.code(), clock.instant());
        switch (ending) {
            case SENT, BOUNCED -> {}
            case NO_ACCOUNT -> LOG.info("Mail {} has nobody to go to any more", job.mail());
            case REFUSED -> LOG.warn("Mail {} of request {} was refused for good", job.mail(), job.request());
            case GAVE_UP ->
                LOG.error(
                        "ALERT mail {} of request {}: no mail server took it for {}; it is not tried again",
                        job.mail(),
                        job.request(),
                        PATIENCE);
        }
        return Optional.empty();
    }
}
