package io.retrace.delivery;

import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Message.About;
import io.retrace.delivery.spi.Message.TestEvent;
import io.retrace.delivery.spi.Outcome;
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
        this.pages = portalUrl + "/company";
    }

    @Override
    public Partner.Channel kind() {
        return Partner.Channel.PAGE;
    }

    /** Every company has a contact; those that answer by mail link have no account to open its page with. */
    @Override
    public boolean serves(Partner company) {
        return company.channel() != Partner.Channel.MAIL_LINK;
    }

    @Override
    public Outcome send(Message message) {
        return MailOutcome.of(postbox.post(letter(message)));
    }

    private Letter letter(Message message) {
        return switch (message) {
            case About about -> {
                var question = about.question();
                yield letter(
                        message,
                        occasion(about),
                        List.of(question.reference(), question.due(), question.items()),
                        pages + "/obligations/" + question.obligation());
            }
            case TestEvent test -> letter(message, "test", List.of(), pages);
        };
    }

    private static Letter letter(Message message, String occasion, List<Object> arguments, String link) {
        return new Letter(
                message.id(),
                message.company().contact(),
                message.company()
                        .mailLanguage()
                        .orElse(Locale.ENGLISH), // a mailbox of many: ours unless it says another
                "company",
                occasion,
                arguments,
                URI.create(link));
    }

    private static String occasion(About about) {
        return switch (about.errand()) {
            case ASK -> about.fallback() ? "unreachable" : "asked";
            case REMIND -> about.fallback() ? "unreachable" : "reminded";
            case AMENDED -> "amended";
            case CANCELLED -> "cancelled";
        };
    }
}
