package io.retrace.delivery;

import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.partners.Partner;
import io.retrace.shared.mail.Letter;
import io.retrace.shared.mail.Postbox;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Asks by a mail to the company’s contact that points to the company’s page. */
@Component
class PageChannel implements DeliveryChannel {

    private final Postbox postbox;
    private final String pages;

    PageChannel(Postbox postbox, @Value("${retrace.portal-url}") String portalUrl) {
        this.postbox = postbox;
        this.pages = portalUrl + "/company/obligations/";
    }

    @Override
    public Partner.Channel kind() {
        return Partner.Channel.PAGE;
    }

    @Override
    public Outcome send(Message message) {
        var posted = postbox.post(new Letter(
                message.id(),
                message.company().contact(),
                Locale.ENGLISH, // a company’s contact is a mailbox of many; it says no language
                "company",
                message.fallback() ? "unreachable" : "asked",
                List.of(message.reference(), message.due(), message.items()),
                URI.create(pages + message.obligation())));
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
