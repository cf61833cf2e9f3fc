package io.retrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailboxTest {

    private final int smtp = freePort();
    private final int page = freePort();

    @TempDir
    Path folder;

    @Test
    void shows_a_mail_that_came_by_smtp_with_its_links() throws Exception {
        try (var _ = Mailbox.start(folder, smtp, page)) {
            send("An update", "See https://portal.example/requests/R-7Q4M-2KX9?a=1&b=2.");

            var mail = get(firstMail()).body();

            assertThat(get("/").body()).contains("ada@member.example", "An update");
            assertThat(mail)
                    .contains("<a rel=\"noopener noreferrer\""
                            + " href=\"https://portal.example/requests/R-7Q4M-2KX9?a=1&amp;b=2\">");
        }
    }

    @Test
    void escapes_whatever_a_mail_says() throws Exception {
        try (var _ = Mailbox.start(folder, smtp, page)) {
            send("<script>alert(1)</script>", "<img src=x onerror=alert(1)> javascript:alert(1) \"quoted\"");

            assertThat(get("/").body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
            assertThat(get(firstMail()).body())
                    .doesNotContain("<img", "href=\"javascript:")
                    .contains("&lt;img src=x onerror=alert(1)&gt;", "&quot;quoted&quot;");
        }
    }

    @Test
    void allows_no_script_and_no_frame() throws Exception {
        try (var _ = Mailbox.start(folder, smtp, page)) {
            assertThat(get("/").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(
                            policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
        }
    }

    @Test
    void keeps_mails_over_a_restart() throws Exception {
        try (var _ = Mailbox.start(folder, smtp, page)) {
            send("Before", "text");
        }
        try (var _ = Mailbox.start(folder, smtp, page)) {
            assertThat(get("/").body()).contains("Before");
        }
        try (var files = Files.list(folder)) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".eml"));
        }
    }

    @Test
    void knows_no_other_file() throws Exception {
        Files.writeString(folder.resolveSibling("secret.eml"), "Subject: secret\n\nsecret");
        try (var _ = Mailbox.start(folder, smtp, page)) {
            assertThat(get("/..%2Fsecret").statusCode()).isEqualTo(404);
            assertThat(get("/00000000-0000-7000-8000-000000000000").statusCode())
                    .isEqualTo(404);
        }
    }

    private void send(String subject, String text) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(smtp);
        var mail = new SimpleMailMessage();
        mail.setFrom("updates@retrace.example");
        mail.setTo("ada@member.example");
        mail.setSubject(subject);
        mail.setText(text);
        sender.send(mail);
    }

    private String firstMail() throws Exception {
        var link = Pattern.compile("href=\"(/[0-9a-f-]{36})\"").matcher(get("/").body());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + page + path))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
