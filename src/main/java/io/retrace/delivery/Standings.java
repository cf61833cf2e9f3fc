package io.retrace.delivery;

import io.retrace.delivery.AnswerLinks.Standing;
import io.retrace.obligations.Asking;
import io.retrace.partners.PartnerDirectory;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How links stand now: nothing of this is stored, so nothing of it can be out of date. */
@Component
class Standings {

    /** A link that was asked for after the answer lives so long; every other as long as its question is open. */
    static final Duration TO_LOOK_BACK = Duration.ofDays(30);

    private final Asking asking;
    private final PartnerDirectory partners;
    private final LinkMint mint;
    private final Clock clock;

    Standings(Asking asking, PartnerDirectory partners, LinkMint mint, Clock clock) {
        this.asking = asking;
        this.partners = partners;
        this.mint = mint;
        this.clock = clock;
    }

    Standing of(AnswerLink link) {
        if (!asking.onItsPage(link.obligation())) return Standing.TAKEN_BACK;
        if (!mint.sentTo(link, partners.partner(link.company()).contact())) return Standing.MOVED;
        if (asking.question(link.obligation()).stillOpen()) return Standing.OPEN;
        return link.settled() && link.madeAt().plus(TO_LOOK_BACK).isAfter(clock.instant())
                ? Standing.OPEN
                : Standing.SETTLED;
    }
}
