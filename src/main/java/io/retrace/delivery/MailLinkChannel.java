package io.retrace.delivery;

import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Message.About;
import io.retrace.delivery.spi.Message.TestEvent;
import io.retrace.delivery.spi.Outcome;
import io.retrace.partners.Partner;
import io.retrace.shared.mail.Letter;
import io.retrace.shared.mail.Postbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks by a mail whose link, with a code to the same address, opens an answer page without an account (ADR 0018). */
@Component
class MailLinkChannel implements DeliveryChannel {

    private final Postbox postbox;
    private final LinkMint mint;

    MailLinkChannel(Postbox postbox, LinkMint mint) {
        this.postbox = postbox;
        this.mint = mint;
    }

    @Override
    public Partner.Channel kind() {
        return Partner.Channel.MAIL_LINK;
    }

    /** Nobody is let in by a mailbox who did not choose that. */
    @Override
    public boolean serves(Partner company) {
        return company.channel() == Partner.Channel.MAIL_LINK;
    }

    @Override
    public Outcome send(Message message) {
        return MailOutcome.of(postbox.post(letter(message)));
    }

    private Letter letter(Message message) {
        return switch (message) {
            case About about -> {
                var question = about.question();
                yield LinkLetter.about(
                        message.id(),
                        message.company(),
                        occasion(about),
                        List.of(question.reference(), question.due()),
                        mint.link(question.obligation(), message.company(), false));
            }
            case TestEvent test -> LinkLetter.about(test.id(), test.company(), "test", List.of(), null);
        };
    }

    private static String occasion(About about) {
        return switch (about.errand()) {
            case ASK -> "asked";
            case REMIND -> "reminded";
            case AMENDED -> "amended";
            case CANCELLED -> "cancelled";
        };
    }
}
