package io.retrace.embedded;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import io.retrace.shared.TimeOrderedId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Mails as {@code .eml} files whose names sort by arrival; they outlive a restart. */
final class MailFolder {

    private final Path folder;

    MailFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Who takes a mail for this recipient: on return it is on disk, and only then SMTP says 250. */
    GreenMailUser keeper(String recipient) {
        return new Keeper(recipient, this);
    }

    void keep(MimeMessage mail) {
        var id = TimeOrderedId.at(Clock.systemUTC().instant());
        var draft = folder.resolve(id + ".tmp");
        try (var out = Files.newOutputStream(draft)) {
            mail.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a mail in " + folder, e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a mail", e);
        }
        try {
            Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a mail in " + folder, e);
        }
    }

    /** The newest first, at most {@code limit}. */
    List<UUID> newest(int limit) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .map(name -> UUID.fromString(name.substring(0, name.length() - 4)))
                    .toList();
        }
    }

    Optional<MimeMessage> mail(UUID id) throws IOException {
        var file = folder.resolve(id + ".eml");
        if (!Files.exists(file)) return Optional.empty();
        try (var in = Files.newInputStream(file)) {
            return Optional.of(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (MessagingException e) {
            throw new IOException("cannot read " + file, e);
        }
    }

    /** GreenMail’s idea of an account, of which only the delivery is used. */
    private record Keeper(String recipient, MailFolder folder) implements GreenMailUser {

        @Override
        public void deliver(MovingMessage mail) {
            folder.keep(mail.getMessage());
        }

        @Override
        public void deliver(MimeMessage mail) {
            folder.keep(mail);
        }

        @Override
        public String getEmail() {
            return recipient;
        }

        @Override
        public String getLogin() {
            return recipient;
        }

        @Override
        public String getQualifiedMailboxName() {
            return recipient;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}
    }
}
