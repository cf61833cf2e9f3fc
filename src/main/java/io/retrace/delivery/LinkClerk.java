package io.retrace.delivery;

import io.retrace.delivery.AnswerLinks.Standing;
import io.retrace.delivery.LinkRows.Ending;
import io.retrace.delivery.LinkRows.Kind;
import io.retrace.delivery.LinkRows.Wanted;
import io.retrace.obligations.Asking;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.mail.Letter;
import io.retrace.shared.mail.Postbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes the mails that were asked for on a link’s page, always to the address on file. Outside any transaction. */
@Component
class LinkClerk {

    private static final Logger LOG = LoggerFactory.getLogger(LinkClerk.class);

    static final Duration A_CODE_COUNTS = Duration.ofMinutes(15);

    /** Somebody waits for a code; whoever got none asks again. */
    private static final int ATTEMPTS_CODE = 6;

    private static final int ATTEMPTS_LINK = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final LinkRows rows;
    private final LinkMint mint;
    private final Standings standings;
    private final Asking asking;
    private final PartnerDirectory partners;
    private final Postbox postbox;
    private final Clock clock;

    LinkClerk(
            LinkRows rows,
            LinkMint mint,
            Standings standings,
            Asking asking,
            PartnerDirectory partners,
            Postbox postbox,
            Clock clock) {
        this.rows = rows;
        this.mint = mint;
        this.standings = standings;
        this.asking = asking;
        this.partners = partners;
        this.postbox = postbox;
        this.clock = clock;
    }

    /** When to come back; empty if there is nothing left to do. */
    Optional<Instant> write(LinkMailJob job) {
        var wanted = rows.wanted(job.mail());
        if (wanted.isEmpty()) return Optional.empty();
        if (moot(wanted.get())) return end(wanted.get(), Ending.MOOT);
        return send(wanted.get());
    }

    private boolean moot(Wanted mail) {
        return switch (standings.of(mail.link())) {
            case OPEN -> mail.kind() == Kind.LINK;
            case SETTLED, MOVED -> mail.kind() == Kind.CODE;
            case TAKEN_BACK -> true;
        };
    }

    private Optional<Instant> send(Wanted mail) {
        rows.attempt(mail.id());
        var posted = postbox.post(letter(mail, partners.partner(mail.link().company())));
        return switch (posted.verdict()) {
            case ACCEPTED -> end(mail, Ending.SENT);
            case REFUSED -> end(mail, Ending.REFUSED);
            case LATER -> later(mail);
        };
    }

    private Optional<Instant> later(Wanted mail) {
        if (mail.attempts() + 1 >= (mail.kind() == Kind.CODE ? ATTEMPTS_CODE : ATTEMPTS_LINK)) {
            return end(mail, Ending.GAVE_UP);
        }
        var pause = Duration.ofSeconds(5).multipliedBy(1L << Math.min(mail.attempts(), 16));
        return Optional.of(clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause));
    }

    private Letter letter(Wanted mail, Partner company) {
        var question = asking.question(mail.link().obligation());
        var id = mail.id().toString();
        return switch (mail.kind()) {
            case CODE -> {
                var code = mint.code();
                rows.code(mail.id(), mint.mac(mail.link(), code), A_CODE_COUNTS);
                yield LinkLetter.about(id, company, "code", List.of(question.reference(), code), null);
            }
            case LINK ->
                LinkLetter.about(
                        id,
                        company,
                        standings.of(mail.link()) == Standing.SETTLED ? "again" : "asked",
                        List.of(question.reference(), question.due()),
                        mint.link(question.obligation(), company, !question.stillOpen()));
        };
    }

    private Optional<Instant> end(Wanted mail, Ending ending) {
        if (ending != Ending.SENT) {
            LOG.info(
                    "The {} that was asked for by link {} is not sent: {}",
                    mail.kind(),
                    mail.link().id(),
                    ending);
        }
        rows.end(mail.id(), ending);
        return Optional.empty();
    }
}
