package io.retrace.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Two plain pages: the list, and one mail. No script; everything a mail says is escaped. */
final class MailPages implements HttpHandler {

    private static final int LIST_LENGTH = 200;

    private final MailFolder mails;

    MailPages(MailFolder mails) {
        this.mails = mails;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().equals("GET")) {
                answer(exchange, 405, MailHtml.sentence("Only reading is possible here."));
            } else if (path.equals("/")) {
                answer(exchange, 200, list());
            } else {
                var page = one(path.substring(1));
                answer(
                        exchange,
                        page.isPresent() ? 200 : 404,
                        page.orElse(MailHtml.sentence("There is no such mail.")));
            }
        } catch (MessagingException e) {
            throw new IOException("cannot read a mail", e);
        }
    }

    private String list() throws IOException, MessagingException {
        var rows = new StringBuilder();
        for (var id : mails.newest(LIST_LENGTH)) {
            var mail = mails.mail(id);
            if (mail.isPresent()) rows.append(MailHtml.row(id, mail.get()));
        }
        return MailHtml.list(rows.toString());
    }

    private Optional<String> one(String id) throws IOException, MessagingException {
        try {
            var mail = mails.mail(UUID.fromString(id));
            return mail.isPresent() ? Optional.of(MailHtml.mail(mail.get())) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static void answer(HttpExchange exchange, int status, String html) throws IOException {
        var body = html.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
