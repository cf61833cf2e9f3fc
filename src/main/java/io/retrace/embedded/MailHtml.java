package io.retrace.embedded;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the mailbox shows. Only {@code http} and {@code https} addresses become links. */
final class MailHtml {

    /** Ends before the punctuation of the sentence it stands in. */
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:)]");

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;width:100%}
            td,th{text-align:left;padding:.4rem .8rem .4rem 0;border-bottom:1px solid #8884}
            pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
            """;

    private MailHtml() {}

    static String list(String rows) {
        var table = rows.isEmpty()
                ? "<p>No mail yet.</p>"
                : "<table><tr><th>To</th><th>Subject</th><th>Sent</th></tr>" + rows + "</table>";
        return page("Mailbox", "<h1>Mailbox</h1>" + table);
    }

    static String row(UUID id, Message mail) throws MessagingException {
        return "<tr><td>%s</td><td><a href=\"/%s\">%s</a></td><td>%s</td></tr>"
                .formatted(recipients(mail), id, subject(mail), sent(mail));
    }

    static String mail(Message mail) throws MessagingException, IOException {
        var text = text(mail).orElse("");
        return page(subject(mail), """
                <p><a href="/">All mails</a></p><h1>%s</h1>
                <p>From %s<br>To %s<br>%s</p><hr><pre>%s</pre>
                """.formatted(
                        subject(mail), addresses(mail.getFrom()), recipients(mail), sent(mail), linked(text)));
    }

    static String sentence(String sentence) {
        return page("Mailbox", "<p>" + escape(sentence) + "</p><p><a href=\"/\">All mails</a></p>");
    }

    private static String page(String escapedTitle, String body) {
        return """
                <!doctype html><html lang="en"><head><meta charset="utf-8">\
                <meta name="viewport" content="width=device-width"><title>%s</title><style>%s</style></head>\
                <body>%s</body></html>
                """.formatted(escapedTitle, STYLE, body);
    }

    private static String linked(String text) {
        var html = new StringBuilder();
        int end = 0;
        var links = LINK.matcher(text);
        while (links.find()) {
            var address = escape(links.group());
            html.append(escape(text.substring(end, links.start())))
                    .append("<a rel=\"noopener noreferrer\" href=\"%s\">%s</a>".formatted(address, address));
            end = links.end();
        }
        return html.append(escape(text.substring(end))).toString();
    }

    private static Optional<String> text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) return Optional.of(part.getContent().toString());
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i));
                if (text.isPresent()) return text;
            }
        }
        return Optional.empty();
    }

    private static String subject(Message mail) throws MessagingException {
        var subject = mail.getSubject();
        return subject == null || subject.isBlank() ? "(no subject)" : escape(subject);
    }

    private static String recipients(Message mail) throws MessagingException {
        return addresses(mail.getRecipients(Message.RecipientType.TO));
    }

    private static String addresses(Address @Nullable [] addresses) {
        if (addresses == null) return "";
        return escape(InternetAddress.toUnicodeString(addresses));
    }

    private static String sent(Message mail) throws MessagingException {
        var date = mail.getSentDate();
        return date == null ? "" : escape(date.toInstant().toString());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
