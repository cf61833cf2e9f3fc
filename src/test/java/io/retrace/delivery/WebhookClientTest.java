package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.CompanySink.Behaviour;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class WebhookClientTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T09:00:00Z"), ZoneOffset.UTC);
    private static final WebhookLimits SHORT =
            new WebhookLimits(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(1), 20_000);

    private final WebhookClient client =
            WebhookClientConfiguration.client(SystemDefaultDnsResolver.INSTANCE, true, SHORT, CLOCK);

    private CompanySink company;

    @BeforeEach
    void open() throws Exception {
        company = new CompanySink();
    }

    @AfterEach
    void close() throws Exception {
        company.close();
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "200,REACHED",
        "201,REACHED",
        "204,REACHED",
        "301,REDIRECTED",
        "302,REDIRECTED",
        "308,REDIRECTED",
        "400,REFUSED",
        "401,REFUSED",
        "404,REFUSED",
        "410,GONE",
        "429,BUSY",
        "500,REFUSED",
        "503,REFUSED"
    })
    void the_status_decides(int status, Word expected) {
        assertThat(answered(CompanySink.status(status))).isEqualTo(Outcome.of(expected, status));
    }

    @Test
    void a_redirect_is_not_followed() {
        answered(CompanySink.status(307, "Location", company.url() + "/elsewhere"));
        assertThat(company.received()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "120,PT2M",
        "0,PT0S",
        "'Tue, 3 Nov 2026 10:00:00 GMT',PT1H",
        "'Tue, 3 Nov 2026 08:00:00 GMT',PT0S",
        "soon,",
        "-5,",
        "99999999999999999999,"
    })
    void retry_after_is_heard_as_seconds_or_date(String header, Duration expected) {
        assertThat(answered(CompanySink.status(429, "Retry-After", header)).retryAfter())
                .isEqualTo(expected);
    }

    @Test
    void silence_is_a_time_out() {
        assertThat(answered(company.hang())).isEqualTo(Outcome.of(Word.TIMED_OUT));
    }

    @Test
    void an_endless_answer_is_cut_off_and_its_status_counts() {
        assertThat(answered(CompanySink.endless())).isEqualTo(Outcome.of(Word.REACHED, 200));
    }

    @Test
    void a_dribbling_answer_ends_with_the_deadline_and_its_status_counts() {
        assertThat(answered(company.dribble())).isEqualTo(Outcome.of(Word.REACHED, 200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ceci n’est pas HTTP\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n",
                "\r\n\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le"
            })
    void reset_garbage_and_half_an_answer_are_no_answer(String words) throws Exception {
        try (var rude = new RudeSocket(words)) {
            assertThat(client.post(rude.url(), Map.of(), new byte[0])).isEqualTo(Outcome.of(Word.UNREACHABLE));
        }
    }

    @Test
    void nobody_listening_is_unreachable() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(client.post(URI.create("http://127.0.0.1:" + port + "/"), Map.of(), new byte[0]))
                .isEqualTo(Outcome.of(Word.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://company.example/", "file:///etc/passwd", "https://user@company.example/", "https:///x",
                "http://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://127.0.0.1/", "https://[::1]/",
                "https://2130706433/", "https://[64:ff9b::7f00:1]/"
            })
    void forbidden_addresses_are_not_connected_to(String url) {
        assertThat(client.post(URI.create(url), Map.of(), new byte[0])).isEqualTo(Outcome.of(Word.BLOCKED));
    }

    @Test
    void plain_http_is_refused_outside_the_demo() throws Exception {
        try (var strict = WebhookClientConfiguration.client(SystemDefaultDnsResolver.INSTANCE, false, SHORT, CLOCK)) {
            assertThat(strict.post(company.url(), Map.of(), new byte[0])).isEqualTo(Outcome.of(Word.BLOCKED));
            assertThat(company.received()).isEmpty();
        }
    }

    @Test
    void a_name_with_one_private_address_is_not_connected_to() throws Exception {
        var names = new InMemoryDnsResolver();
        names.add("company.example", InetAddress.getByName("8.8.8.8"), InetAddress.getByName("127.0.0.1"));
        try (var strict = WebhookClientConfiguration.client(names, false, SHORT, CLOCK)) {
            assertThat(strict.post(URI.create("https://company.example/"), Map.of(), new byte[0]))
                    .isEqualTo(Outcome.of(Word.BLOCKED));
        }
    }

    private Outcome answered(Behaviour behaviour) {
        company.will(behaviour);
        return client.post(company.url(), Map.of(StandardWebhook.ID, "msg_1"), new byte[] {'{', '}'});
    }
}
