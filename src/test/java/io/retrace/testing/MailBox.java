package io.retrace.testing;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Mails that really arrived by SMTP, as the demo’s mailbox keeps them. */
public final class MailBox {

    private final Path folder;

    public MailBox(RunningRetrace retrace) {
        this.folder = retrace.home().resolve("mail");
    }

    /** A mail as its reader sees it: every text part, one after the other. */
    public record Mail(String to, String subject, String text) {}

    /** Mails to this address, oldest first. */
    public List<Mail> to(String address) {
        return all().filter(mail -> mail.to().contains(address)).toList();
    }

    private Stream<Mail> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().map(MailBox::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), in);
            return new Mail(message.getAllRecipients()[0].toString(), message.getSubject(), text(message));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static String text(Part part) throws IOException, MessagingException {
        if (!(part.getContent() instanceof MimeMultipart parts)) return String.valueOf(part.getContent());
        var text = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart each = parts.getBodyPart(i);
            text.append(text(each)).append('\n');
        }
        return text.toString();
    }
}
