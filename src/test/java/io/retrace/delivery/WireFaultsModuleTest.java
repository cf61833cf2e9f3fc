package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrace.delivery.opendsr.ProcessorKeys;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.AddressRules;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.PartnerId;
import io.retrace.testing.FaultTable;
import io.retrace.testing.FaultTable.Expected;
import io.retrace.testing.TlsServers;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.apache.hc.client5.http.impl.InMemoryDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** {@code docs/faults.md}, row by row, against a server on this machine that does just that. */
@Timeout(60)
class WireFaultsModuleTest {

    private static final WebhookLimits SHORT =
            new WebhookLimits(Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(1_500), 20_000);

    /** What an OpenDSR answer may have, and what lies in the sockets of both sides. */
    private static final long MOST_BYTES = 16 * 1024 * 1024;

    private static TlsServers tls;
    private static DeliveryWorld world;

    @BeforeAll
    static void start() throws IOException {
        tls = new TlsServers();
        world = new DeliveryWorld(Impatient.class);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    static Stream<Arguments> rows() {
        return FaultTable.under("A company’s server").stream()
                .flatMap(row -> Stream.of(
                        Arguments.of(row.get(0), Channel.WEBHOOK, row.get(1)),
                        Arguments.of(
                                row.get(0), Channel.OPENDSR, row.get(2).equals("the same") ? row.get(1) : row.get(2))));
    }

    @ParameterizedTest(name = "{1}: a server that {0} → {2}")
    @MethodSource("rows")
    @UseCase({"UC-015/11", "UC-015/2"})
    void whatever_a_companys_server_does_is_on_record_and_none_of_it_is_an_answer(
            String fault, Channel channel, String cell) throws Exception {
        var expected = Expected.of(cell);
        try (var server = server(fault)) {
            var company = company(channel, url(fault, server));
            var question = world.questions.ask(company);
            var begun = System.nanoTime();
            world.due(question, 0);
            world.work();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));

            assertThat(world.log.attempts(question)).singleElement().satisfies(attempt -> {
                assertThat(attempt.outcome()).isEqualTo(expected.outcome());
                assertThat(attempt.status()).isEqualTo(expected.status());
                assertThat(attempt.completedAt()).isNotNull();
            });
            assertThat(world.questions.reached(question)).hasSize(expected.reached() ? 1 : 0);
            assertThat(world.questions.question(question).stillOpen()).isTrue();
            assertThat(world.book.lines())
                    .as("nobody’s answer (T1)")
                    .noneMatch(line -> line.startsWith("working") || line.contains("attested"));
            goesOn(question, company, expected);

            assertThat(server.calls())
                    .as("never followed, never tried twice at once")
                    .isLessThanOrEqualTo(1);
            await("hung up").atMost(Duration.ofSeconds(5)).until(() -> server.guests() == 0);
            assertThat(server.sent()).as("bytes heard").isLessThan(MOST_BYTES);
        } finally {
            world.jdbc.sql("delete from scheduled_tasks").update();
        }
    }

    private static void goesOn(ObligationId question, PartnerId company, Expected expected) throws Exception {
        var next = world.jdbc
                .sql("select next_attempt_at from delivery where obligation_id = ?")
                .param(question.value())
                .query((row, number) -> row.getTimestamp(1) == null
                        ? Instant.MAX
                        : row.getTimestamp(1).toInstant())
                .single();
        var pause = expected.pause();
        if (pause != null) {
            var about =
                    pause.equals(Duration.ofSeconds(5)) ? Duration.ofSeconds(1) : Duration.ZERO; // a fifth of jitter
            assertThat(Duration.between(world.clock.instant(), next)).isBetween(pause.minus(about), pause.plus(about));
        }
        assertThat(failures(company)).isEqualTo(expected.reached() || expected.byMail() ? 0 : 1);
        assertThat(world.endpoints.troubles().stream()
                        .anyMatch(trouble -> trouble.company().id().equals(company)))
                .as("left alone")
                .isEqualTo(expected.outcome().equals("gone"));
        if (expected.byMail()) {
            int mails = world.mail.getReceivedMessages().length;
            assertThat(world.log.needsHelpSince(question)).isPresent();
            world.work();
            assertThat(world.mail.getReceivedMessages().length).isGreaterThan(mails);
            assertThat(world.questions.reached(question)).as("asked, by mail").hasSize(1);
        } else if (expected.reached()) {
            assertThat(next).as("done").isEqualTo(Instant.MAX);
        }
    }

    private static int failures(PartnerId company) {
        return world.jdbc
                .sql("select coalesce(sum(failures), 0) from company_pace where partner_no = ?")
                .param(company.value())
                .query(Integer.class)
                .single();
    }

    private static FaultyServer server(String fault) throws IOException, GeneralSecurityException {
        if (fault.equals("is not there")) {
            var server = new FaultyServer(guest -> {}, ServerSocketFactory.getDefault());
            server.close();
            return server;
        }
        return new FaultyServer(
                Faults.named(fault),
                switch (fault) {
                    case "has a certificate that we trust" -> tls.with("trusted");
                    case "has another name’s certificate" -> tls.with("other");
                    case "has a certificate that ran out" -> tls.with("old");
                    case "has a certificate signed by itself" -> tls.with("self");
                    default -> ServerSocketFactory.getDefault();
                });
    }

    private static URI url(String fault, FaultyServer server) {
        var secure = fault.contains("certificate") || fault.contains("handshake") || fault.contains("TLS");
        return secure ? server.url("https", TlsServers.NAME) : server.url("http", "127.0.0.1");
    }

    private static PartnerId company(Channel channel, URI url) {
        return channel == Channel.WEBHOOK
                ? world.companies.byWebhook(url)
                : world.companies.byOpenDsr(
                        new OpenDsrTarget(url, ProcessorKeys.usual().certificate(), null, null));
    }

    /** Waits a second where the product waits half a minute, and finds {@value TlsServers#NAME} on this machine. */
    static class Impatient extends DeliveryWorld.Beans {

        @Bean
        @Primary
        WebhookClient impatientWebhooks(Clock clock) throws Exception {
            var names = new InMemoryDnsResolver();
            names.add(TlsServers.NAME, InetAddress.getLoopbackAddress());
            names.add("127.0.0.1", InetAddress.getLoopbackAddress());
            var resolver = new CheckedResolver(names, AddressRules.LOOPBACK);
            var http = WebhookClientConfiguration.http(resolver, SHORT, new DefaultClientTlsStrategy(tls.client()));
            return new WebhookClient(http, http, SHORT, new RetryAfter(clock));
        }

        @Bean
        @Primary
        OpenDsrClient impatientOpenDsr(WebhookClient webhooks, Clock clock) {
            return new OpenDsrClient(webhooks, clock);
        }
    }
}
