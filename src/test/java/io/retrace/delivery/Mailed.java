package io.retrace.delivery;

import io.retrace.delivery.spi.ChannelContract.Arrived;
import io.retrace.delivery.spi.ChannelContract.FarSide;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mailbox at the other end, and how its server behaves. */
record Mailed(DeliveryWorld world) {

    void farSide(FarSide behaviour) {
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

    List<Arrived> arrived() {
        return Arrays.stream(world.mail.getReceivedMessages()).map(Mailed::read).toList();
    }

    String subject() {
        try {
            return world.mail.getReceivedMessages()[0].getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    String lastRecipient() {
        try {
            return newest().getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest of the mailbox that was opened last. */
    Arrived last() {
        return read(newest());
    }

    private MimeMessage newest() {
        var all = world.mail.getReceivedMessages();
        return all[all.length - 1];
    }

    private static Arrived read(MimeMessage mail) {
        try {
            var text = ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
            return new Arrived(mail.getMessageID(), mail.getSubject() + "\n" + text);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
