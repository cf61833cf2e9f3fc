package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.delivery.LinkRows.Kind;
import io.retrace.identity.MailDeclarant;
import io.retrace.obligations.Asking;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Judges links, hands out codes by mail, and lets in whoever brings one back. Nothing here sends: the queue does. */
@Service
@PreAuthorize("permitAll()")
class MailLinks implements AnswerLinks {

    private static final int TRIES = 5;
    private static final Duration TWO_CLICKS = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final LinkRows rows;
    private final LinkMint mint;
    private final Standings standings;
    private final Asking asking;
    private final PartnerDirectory partners;
    private final SchedulerClient queue;
    private final Clock clock;

    MailLinks(
            LinkRows rows,
            LinkMint mint,
            Standings standings,
            Asking asking,
            PartnerDirectory partners,
            SchedulerClient queue,
            Clock clock) {
        this.rows = rows;
        this.mint = mint;
        this.standings = standings;
        this.asking = asking;
        this.partners = partners;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<State> look(String secret) {
        return find(secret).map(this::state);
    }

    @Override
    @Transactional
    public Asked askForCode(String secret) {
        return find(secret)
                .map(link -> standings.of(link) == Standing.OPEN ? want(link, Kind.CODE, HOUR, 5, 30) : Asked.POINTLESS)
                .orElse(Asked.UNKNOWN);
    }

    @Override
    @Transactional
    public Asked askForLink(String secret) {
        return find(secret)
                .map(link -> switch (standings.of(link)) {
                    case SETTLED, MOVED -> want(link, Kind.LINK, DAY, 3, 30);
                    case OPEN, TAKEN_BACK -> Asked.POINTLESS;
                })
                .orElse(Asked.UNKNOWN);
    }

    @Override
    @Transactional
    public Optional<MailDeclarant> enter(String secret, String code) {
        return find(secret)
                .filter(link -> standings.of(link) == Standing.OPEN)
                .filter(link -> rows.use(link, mint.mac(link, code), TRIES))
                .map(link -> {
                    var company = partners.partner(link.company());
                    return new MailDeclarant(
                            company.slug(), link.obligation().value(), company.contact(), clock.instant());
                });
    }

    private Asked want(AnswerLink link, Kind kind, Duration time, int byLink, int byCompany) {
        rows.turn(link.company());
        if (rows.lately(link, kind, TWO_CLICKS, false) > 0) return Asked.ON_ITS_WAY; // twice means once
        if (rows.lately(link, kind, time, false) >= byLink) return Asked.TOO_OFTEN;
        if (rows.lately(link, kind, time, true) >= byCompany) return Asked.TOO_OFTEN;
        var id = TimeOrderedId.at(clock.instant());
        rows.want(id, link, kind);
        queue.schedule(
                LinkTasks.LINK_MAIL
                        .instance(id.toString())
                        .data(new LinkMailJob(id))
                        .build(),
                clock.instant());
        return Asked.ON_ITS_WAY;
    }

    private State state(AnswerLink link) {
        var question = asking.question(link.obligation());
        return new State(standings.of(link), question.reference(), question.due());
    }

    private Optional<AnswerLink> find(String secret) {
        return rows.find(mint.digest(secret));
    }
}
