package io.retrace.shared.mail;

import io.retrace.shared.ForModules;
import io.retrace.shared.mail.Posted.Verdict;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;

/** Hands letters to the mail server. Takes its time: never call it inside a transaction. */
@Service
@ForModules
public class Postbox {

    /** The evidence log’s newest signed checkpoint: with it a kept mail convicts us if we rewrite the past (ADR 0011). */
    static final String CHECKPOINT = "Retrace-Checkpoint";

    private static final Logger LOG = LoggerFactory.getLogger(Postbox.class);

    private final ObjectProvider<JavaMailSender> server;
    private final Stationery stationery;
    private final InternetAddress from;
    private final int patience;
    private final Clock clock;

    Postbox(
            ObjectProvider<JavaMailSender> server,
            Stationery stationery,
            @Value("${retrace.mail.from}") String from,
            @Value("${retrace.mail.patience-seconds:28}") int patience,
            Clock clock)
            throws AddressException {
        this.server = server;
        this.stationery = stationery;
        this.from = new InternetAddress(from, true);
        this.patience = patience;
        this.clock = clock;
    }

    /** Sends it now, once; whoever calls decides whether and when to try again, with the same letter id. */
    public Posted post(Letter letter) {
        var sender = server.getIfAvailable();
        if (sender == null) {
            LOG.error("Letter {} waits: no mail server is set (spring.mail.host)", letter.id());
            return new Posted(Verdict.LATER, null);
        }
        return inTime(letter, () -> send(sender, letter));
    }

    /** On a virtual thread, whose sockets an interrupt closes: the limits of the mail library are between two bytes only. */
    private Posted inTime(Letter letter, Callable<Posted> sending) {
        var task = new FutureTask<>(sending);
        Thread.ofVirtual().name("mail").start(task);
        try {
            return task.get(patience, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Letter {} was not taken within {} s; it is sent again under its id", letter.id(), patience);
            return new Posted(Verdict.LATER, null);
        } catch (ExecutionException e) {
            throw new IllegalStateException("letter " + letter.id() + " failed by a fault of ours", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: letter " + letter.id() + " is sent again under its id", e);
        } finally {
            task.cancel(true);
        }
    }

    private Posted send(JavaMailSender sender, Letter letter) throws MessagingException {
        try {
            sender.send(message(letter, sender.createMimeMessage()));
            return new Posted(Verdict.ACCEPTED, 250);
        } catch (MailException e) {
            var reply = SmtpReply.in(e);
            LOG.warn("Letter {} and the mail server: {}, reply {}", letter.id(), reply.verdict(), reply.code());
            return reply;
        }
    }

    private MimeMessage message(Letter letter, MimeMessage message) throws MessagingException {
        var page = stationery.write(letter);
        var both = new MimeMultipart("alternative");
        both.addBodyPart(part(page.text(), "text/plain; charset=UTF-8"));
        both.addBodyPart(part(page.html(), "text/html; charset=UTF-8"));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, new InternetAddress(letter.to().value(), true));
        message.setSubject(page.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setContentLanguage(new String[] {Wording.language(letter).getLanguage()});
        // the same on every attempt: a second copy after a crash is recognisable
        message.setHeader("Message-ID", "<" + letter.id() + "@" + domain() + ">");
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no out-of-office replies
        if (page.checkpoint() != null) message.setHeader(CHECKPOINT, oneLine(page.checkpoint()));
        message.setContent(both);
        return message;
    }

    /** The signed note in Base64, folded: a header holds no line feed and no dash but ASCII’s. */
    private static String oneLine(String note) {
        var base64 = Base64.getMimeEncoder(64, "\r\n ".getBytes(StandardCharsets.US_ASCII));
        return base64.encodeToString(note.getBytes(StandardCharsets.UTF_8));
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setContent(content, type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }
}
