package io.retrace.notifications;

import io.retrace.shared.ForModules;
import io.retrace.shared.mail.Bounce;
import io.retrace.shared.mail.BounceTaker;
import io.retrace.shared.mail.LetterIds;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person’s mail that came back is noted as undelivered; it told nothing that the pages do not tell, so nothing is sent. */
@Service
@ForModules
class LostLetters implements BounceTaker {

    private static final Logger LOG = LoggerFactory.getLogger(LostLetters.class);

    private final Mails mails;

    LostLetters(Mails mails) {
        this.mails = mails;
    }

    @Override
    @Transactional
    public boolean take(Bounce bounce, Instant now) {
        var mail = LetterIds.uuid(bounce.letter(), "mail-");
        if (mail.isEmpty() || !mails.cameBack(mail.get(), bounce.forGood(), bounce.code())) return false;
        LOG.warn(
                "Letter {} is {} on its way: {} {}",
                bounce.letter(),
                bounce.forGood() ? "lost" : "late",
                bounce.status(),
                bounce.code());
        return true;
    }
}
