package io.retrace.delivery;

import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.shared.mail.Posted;

/** What our mail server said, as what an attempt came to. */
final class MailOutcome {

    private MailOutcome() {}

    static Outcome of(Posted posted) {
        return new Outcome(
                switch (posted.verdict()) {
                    case ACCEPTED -> Word.REACHED;
                    case LATER -> posted.code() == null ? Word.UNREACHABLE : Word.BUSY;
                    case REFUSED -> Word.UNDELIVERABLE;
                },
                posted.code(),
                null);
    }
}
