package io.retrace.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.LatestCheckpoint;
import io.retrace.shared.mail.Posted.Verdict;
import io.retrace.testing.UseCase;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PostboxTest {

    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final LatestCheckpoint.Head HEAD = new LatestCheckpoint.Head(
            1204,
            "YQkUBWa/HL8ILsoo1kW1jlB9gL09/J599PEIsX02DBo=",
            "portal.example/log\n1204\nYQkUBWa/HL8ILsoo1kW1jlB9gL09/J599PEIsX02DBo=\n\n— portal.example/log Xk7ShWd13gzibx6s"
                    + "0DgQTnQkkJc3SS60VDS2xh62oIqJlfL4RqGU39q0DTrUAlxxNMPAClAg1se1NK4fmuayKNJG/Ak=\n");
    private static final Pattern INDISCREET = Pattern.compile(
            "photo|foto|picture|bild|delet|lösch|eras|dating|date app|face|gesicht|purpose|zweck|advert|train",
            Pattern.CASE_INSENSITIVE);

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void a_letter_arrives_as_text_and_html_under_its_own_message_id() throws Exception {
        assertThat(postbox(mail.getSmtp().getPort()).post(letter("person", "received", Locale.ENGLISH)))
                .isEqualTo(new Posted(Verdict.ACCEPTED, 250));

        var received = mail.getReceivedMessages()[0];
        assertThat(received.getSubject()).isEqualTo("An update on your request R-7Q4M-2KX9");
        assertThat(received.getMessageID()).isEqualTo("<letter-1@retrace.example>");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getSentDate()).isEqualTo(NOW);
        assertThat(received.getContentType()).startsWith("multipart/alternative");
        assertThat(part(received, 0))
                .contains("We have your request R-7Q4M-2KX9", "https://retrace.example/requests/R-7Q4M-2KX9");
        assertThat(part(received, 1))
                .contains("We have your request R-7Q4M-2KX9", "href=\"https://retrace.example/requests/R-7Q4M-2KX9\"")
                .contains("lang=\"en\"", "prefers-color-scheme: dark");
    }

    @Test
    void the_same_letter_sent_again_is_recognisable() throws Exception {
        var postbox = postbox(mail.getSmtp().getPort());
        postbox.post(letter("person", "received", Locale.ENGLISH));
        postbox.post(letter("person", "received", Locale.ENGLISH));
        var mails = mail.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
    }

    @Test
    void german_readers_are_written_to_in_german_and_everybody_else_in_english() throws Exception {
        var postbox = postbox(mail.getSmtp().getPort());
        postbox.post(letter("company", "asked", Locale.forLanguageTag("de-AT")));
        postbox.post(letter("company", "asked", Locale.FRENCH));
        var mails = mail.getReceivedMessages();
        assertThat(mails[0].getSubject()).isEqualTo("R-7Q4M-2KX9: Ihre Antwort ist bis 3. Dezember 2026 fällig");
        assertThat(part(mails[0], 1)).contains("lang=\"de\"", "1.204 Einträge");
        assertThat(mails[1].getSubject()).isEqualTo("R-7Q4M-2KX9: your answer is due by 3 December 2026");
        assertThat(part(mails[1], 0)).contains("1,204 items");
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void every_letter_is_complete_discreet_and_loads_nothing(Letter letter) {
        var page = stationery().write(letter);
        for (var text : List.of(page.subject(), page.text(), page.html().replaceAll("(?s)<style>.*</style>", ""))) {
            assertThat(text).doesNotContain("{", "}", "${", " th:").doesNotContainPattern(INDISCREET);
        }
        assertThat(page.html()).doesNotContain("src=", "@import", "url(", "<img", "<script", "<link");
        assertThat(page.html().split("https?://(?!retrace\\.example)", -1)).hasSize(1);
    }

    @Test
    void what_a_sentence_names_cannot_become_markup() {
        var letter = new Letter(
                "x",
                new EmailAddress("a@b.example"),
                Locale.ENGLISH,
                "person",
                "received",
                List.of("<script>alert(1)</script>"),
                URI.create("https://retrace.example/"));
        assertThat(stationery().write(letter).html()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    @UseCase("UC-009/8")
    void every_letter_says_how_far_the_log_had_grown_and_carries_the_signed_note() throws Exception {
        var page = stationery().write(letter("person", "received", Locale.GERMAN));
        assertThat(page.text())
                .endsWith("Sie zeigt, falls wir je etwas umschreiben.\n")
                .contains("1.204", HEAD.root());
        assertThat(page.html()).contains("1.204", "Heben Sie diese Mail auf");
        postbox(mail.getSmtp().getPort()).post(letter("person", "received", Locale.ENGLISH));
        var header = mail.getReceivedMessages()[0].getHeader(Postbox.CHECKPOINT)[0];
        assertThat(new String(Base64.getMimeDecoder().decode(header), StandardCharsets.UTF_8))
                .isEqualTo(HEAD.note());
    }

    @Test
    void before_the_first_checkpoint_a_letter_says_nothing_of_it() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("vaadin-i18n/translations");
        bundle.setDefaultEncoding("UTF-8");
        var none = new StaticListableBeanFactory().getBeanProvider(LatestCheckpoint.class);
        var page = new Stationery(bundle, none).write(letter("person", "received", Locale.ENGLISH));
        assertThat(page.text()).doesNotContain("checksum");
        assertThat(page.html()).doesNotContain("checksum");
    }

    @Test
    void a_server_that_is_away_means_later() throws Exception {
        var port = mail.getSmtp().getPort();
        mail.stop();
        assertThat(postbox(port).post(letter("person", "received", Locale.ENGLISH)))
                .isEqualTo(new Posted(Verdict.LATER, null));
    }

    @Test
    void without_a_mail_server_letters_wait() throws Exception {
        var none = new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class);
        var postbox = new Postbox(none, stationery(), "updates@retrace.example", 20, clock());
        assertThat(postbox.post(letter("person", "received", Locale.ENGLISH)).verdict())
                .isEqualTo(Verdict.LATER);
    }

    static Stream<Letter> everyLetter() {
        return Stream.concat(
                Stream.of("received", "merged", "withdrawn", "released", "answered", "silent", "settled")
                        .flatMap(occasion -> both("person", occasion)),
                Stream.of("asked", "unreachable").flatMap(occasion -> both("company", occasion)));
    }

    private static Stream<Letter> both(String audience, String occasion) {
        return Stream.of(Locale.ENGLISH, Locale.GERMAN).map(locale -> letter(audience, occasion, locale));
    }

    private static Letter letter(String audience, String occasion, Locale locale) {
        return new Letter(
                "letter-1",
                new EmailAddress("someone@members.example"),
                locale,
                audience,
                occasion,
                List.of("R-7Q4M-2KX9", LocalDate.parse("2026-12-03"), 1204),
                URI.create("https://retrace.example/requests/R-7Q4M-2KX9"));
    }

    private static Postbox postbox(int port) throws AddressException {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var beans = new StaticListableBeanFactory();
        beans.addBean("server", sender);
        return new Postbox(
                beans.getBeanProvider(JavaMailSender.class),
                stationery(),
                "Retrace <updates@retrace.example>",
                20,
                clock());
    }

    private static Stationery stationery() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("vaadin-i18n/translations");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        bundle.setAlwaysUseMessageFormat(true);
        var beans = new StaticListableBeanFactory();
        beans.addBean("log", (LatestCheckpoint) () -> Optional.of(HEAD));
        return new Stationery(bundle, beans.getBeanProvider(LatestCheckpoint.class));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
    }
}
