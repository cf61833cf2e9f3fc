package io.retrace.notifications;

import io.retrace.identity.Contact;
import io.retrace.identity.spi.LastLetter;
import io.retrace.shared.mail.Postbox;
import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Not a planned mail: no row of it is kept, because the person is gone with it. */
@Component
class Farewell implements LastLetter {

    private final Postbox postbox;
    private final URI portal;

    Farewell(Postbox postbox, @Value("${retrace.portal-url}") String portalUrl) {
        this.postbox = postbox;
        this.portal = URI.create(portalUrl + "/welcome");
    }

    @Override
    public boolean send(UUID erasing, Contact contact) {
        var posted = postbox.post(AccountLetter.of("farewell-" + erasing, contact, "closed", portal));
        return switch (posted.verdict()) {
            case ACCEPTED, REFUSED -> true;
            case LATER -> false;
        };
    }
}
