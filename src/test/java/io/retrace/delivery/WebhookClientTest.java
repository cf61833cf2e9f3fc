package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import java.net.InetAddress;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What it never connects to; what servers do to it is in {@code docs/faults.md}. */
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
}
