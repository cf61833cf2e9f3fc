package io.retrace.delivery;

import io.retrace.shared.ForModules;
import io.retrace.shared.mail.Bounce;
import io.retrace.shared.mail.BounceTaker;
import io.retrace.shared.mail.LetterIds;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A company’s mail that was taken and came back did not reach it: its question goes on being asked, and support sees why. */
@Service
@ForModules
class LostQuestions implements BounceTaker {

    private static final Logger LOG = LoggerFactory.getLogger(LostQuestions.class);

    private final BounceRows rows;
    private final Deliveries deliveries;

    LostQuestions(BounceRows rows, Deliveries deliveries) {
        this.rows = rows;
        this.deliveries = deliveries;
    }

    @Override
    @Transactional
    public boolean take(Bounce bounce, Instant now) {
        var found = rows.lock(bounce.letter());
        if (found.isEmpty()) {
            return LetterIds.uuid(bounce.letter(), "")
                    .map(mail -> rows.link(mail, bounce.forGood()))
                    .orElse(false);
        }
        var sent = found.get();
        if (!rows.note(sent, bounce, now)) return true;
        LOG.warn(
                "The mail about obligation {} round {} is {} on its way: {} {}",
                sent.obligation(),
                sent.round(),
                bounce.forGood() ? "lost" : "late",
                bounce.status(),
                bounce.code());
        if (bounce.forGood() && sent.reached()) deliveries.cameBack(sent.obligation(), sent.round(), now);
        return true;
    }
}
