package io.retrace.delivery;

import io.retrace.delivery.spi.ChannelContract;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.partners.Partner;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PageChannelTest extends ChannelContract {

    private final DeliveryWorld world = new DeliveryWorld();
    private final Partner company = world.companies.partner(world.companies.byPage());

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    protected DeliveryChannel channel() {
        return world.bean(PageChannel.class);
    }

    @Override
    protected Partner company() {
        return company;
    }

    @Override
    protected void farSide(FarSide behaviour) {
        var server = (JavaMailSenderImpl) world.bean(JavaMailSender.class);
        server.setPort(behaviour == FarSide.AWAY ? 1 : world.mail.getSmtp().getPort());
        var users = world.mail.getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> {
            if (behaviour == FarSide.REFUSES) throw new IllegalStateException("no");
            var known = users.getUserByEmail(recipient.getEmail());
            return known != null
                    ? known
                    : users.createUser(recipient.getEmail(), recipient.getEmail(), recipient.getEmail());
        });
    }

    @Override
    protected List<Arrived> arrived() {
        return Arrays.stream(world.mail.getReceivedMessages())
                .map(PageChannelTest::read)
                .toList();
    }

    private static Arrived read(MimeMessage mail) {
        try {
            var text = ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
            return new Arrived(mail.getMessageID(), mail.getSubject() + text);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
