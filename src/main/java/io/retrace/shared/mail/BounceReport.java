package io.retrace.shared.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads delivery status notifications (RFC 3464 in RFC 6522). Whoever wrote one is nobody we know: what is not exactly of that
 * shape, or names no letter of our domain, is no report. Texts for people are never looked at.
 */
final class BounceReport {

    /** Of a mail that comes in; a report says what it has to say long before. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int PARTS = 10;
    private static final int RECIPIENTS = 10;
    private static final Session NONE = Session.getInstance(new Properties());
    private static final Pattern STATUS =
            Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern SMTP = Pattern.compile("\\s*smtp\\s*;\\s*([45]\\d\\d)\\b.*", Pattern.DOTALL);

    private final Pattern letter;

    /** @param domain of our Message-IDs */
    BounceReport(String domain) {
        this.letter = Pattern.compile("\\s*<([A-Za-z0-9_-]{1,64})@" + Pattern.quote(domain) + ">\\s*");
    }

    /** Empty if this is no report about a letter of ours. Throws if it is no mail at all. */
    Optional<Bounce> read(byte[] mail) throws MessagingException, IOException {
        var message = new MimeMessage(NONE, new ByteArrayInputStream(mail));
        var type = new ContentType(message.getContentType());
        if (!type.match("multipart/report") || !"delivery-status".equalsIgnoreCase(type.getParameter("report-type"))) {
            return Optional.empty();
        }
        var parts = new MimeMultipart(message.getDataHandler().getDataSource());
        String about = null;
        Fate fate = null;
        for (int i = 0; i < Math.min(parts.getCount(), PARTS); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) fate = fate == null ? fate(part) : fate;
            else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                about = about == null ? about(part) : about;
            }
        }
        if (about == null || fate == null) return Optional.empty();
        return Optional.of(new Bounce(about, fate.forGood(), fate.status(), fate.code()));
    }

    /** What became of a letter; ours go to one address each. */
    private record Fate(
            boolean forGood, String status, @Nullable Integer code) {}

    private @Nullable String about(BodyPart part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            var ids = new InternetHeaders(in).getHeader("Message-ID");
            if (ids == null || ids.length != 1) return null;
            var id = letter.matcher(ids[0]);
            return id.matches() ? id.group(1) : null;
        }
    }

    /** Fields about the message, an empty line, fields about each recipient. */
    private static @Nullable Fate fate(BodyPart part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            for (int group = 0; group <= RECIPIENTS; group++) {
                var fields = new InternetHeaders(in);
                if (fields.getHeader("Action") != null) return fate(fields);
            }
        }
        return null;
    }

    private static @Nullable Fate fate(InternetHeaders fields) {
        var status = STATUS.matcher(value(fields, "Status"));
        if (!status.matches() || status.group(1).startsWith("2")) return null;
        var smtp = SMTP.matcher(value(fields, "Diagnostic-Code").toLowerCase(Locale.ROOT));
        var code = smtp.matches() ? Integer.valueOf(smtp.group(1)) : null;
        return switch (value(fields, "Action").strip().toLowerCase(Locale.ROOT)) {
            case "failed" -> new Fate(true, status.group(1), code);
            case "delayed" -> new Fate(false, status.group(1), code);
            default -> null; // delivered, relayed, expanded: nobody asked, and none of them is an answer (T1)
        };
    }

    private static String value(InternetHeaders fields, String name) {
        var values = fields.getHeader(name);
        return values == null || values.length != 1 ? "" : values[0];
    }
}
