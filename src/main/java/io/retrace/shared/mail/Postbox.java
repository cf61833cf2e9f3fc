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
    private final Clock clock;

    Postbox(
            ObjectProvider<JavaMailSender> server,
            Stationery stationery,
            @Value("${retrace.mail.from}") String from,
            Clock clock)
            throws AddressException {
        this.server = server;
        this.stationery = stationery;
        this.from = new InternetAddress(from, true);
        this.clock = clock;
    }

    /** Sends it now, once; whoever calls decides whether and when to try again, with the same letter id. */
    public Posted post(Letter letter) {
        var sender = server.getIfAvailable();
        if (sender == null) {
            LOG.error("Letter {} waits: no mail server is set (spring.mail.host)", letter.id());
            return new Posted(Verdict.LATER, null);
        }
        try {
            sender.send(message(letter, sender.createMimeMessage()));
            return new Posted(Verdict.ACCEPTED, 250);
        } catch (MailException e) {
            var reply = SmtpReply.in(e);
            LOG.warn("Letter {} was not taken: {}, reply {}", letter.id(), reply.verdict(), reply.code());
            return reply;
        } catch (MessagingException e) {
            throw new IllegalStateException("letter " + letter.id() + " cannot be written", e);
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
