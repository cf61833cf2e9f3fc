package io.retrace.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.retrace.partners.SigningKey;
import io.retrace.requests.RequestDirectory;
import io.retrace.shared.Sha256;
import io.retrace.testing.ModuleWorld;
import io.retrace.testing.SigningAgent;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Callbacks over a real wire. */
class AgentCallbackModuleTest {

    private final World world = new World();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            heard.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            call.sendResponseHeaders(answer, -1);
            call.close();
        });
        server.start();
        var now = world.clock.instant();
        var key = new SigningKey(Base64.getDecoder().decode(new SigningAgent("AGENT").verifyKey()));
        world.bean(AgentRows.class).insert(new AgentDetails(new AgentId("AGENT"), "Agent", key, url("/"), true), now);
    }

    @AfterEach
    void close() {
        server.stop(0);
        world.close();
    }

    @Test
    @UseCase("UC-025/10")
    void it_says_that_there_is_something_new_and_no_more() {
        var filing = filing(url("/callbacks/7f3e"));
        assertThat(tell(filing)).isEmpty();
        assertThat(heard)
                .singleElement()
                .satisfies(body -> assertThat(JsonMapper.shared().readValue(body, Map.class))
                        .isEqualTo(Map.of(
                                "request_id",
                                filing.toString(),
                                "agent_request_id",
                                "name-" + filing,
                                "status",
                                "in_progress")));
    }

    @Test
    @UseCase("UC-025/10")
    void whoever_does_not_listen_is_tried_for_a_day_and_a_half_and_can_read() {
        answer = 500;
        var filing = filing(url("/"));
        var waits = new ArrayList<Duration>();
        for (var next = tell(filing); !next.isEmpty(); next = tell(filing)) waits.add(next.getFirst());
        assertThat(heard).hasSize(7);
        assertThat(waits).isSorted().hasSize(6);
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
                .isBetween(Duration.ofDays(1), Duration.ofDays(2));
        answer = 200;
        assertThat(tell(filing)).as("what is new is told from the beginning").isEmpty();
    }

    @Test
    @UseCase("UC-025/10")
    void no_server_of_our_own_network_is_called_and_nobody_shut_out() {
        var inside =
                filing(URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/"));
        assertThat(tell(inside)).isNotEmpty();
        world.jdbc.sql("update agent set active = false").update();
        assertThat(tell(filing(url("/")))).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    @UseCase("UC-025/11")
    void what_came_to_nothing_is_forgotten_and_messages_once_they_have_expired() {
        var filing = filing(null);
        var lapsed = world.bean(FilingRows.class).find(filing).orElseThrow().lapsesAt();
        world.bean(FilingRows.class).forget(lapsed);
        assertThat(world.bean(FilingRows.class).find(filing)).isPresent();
        world.bean(FilingRows.class).forget(lapsed.plusSeconds(1));
        assertThat(world.bean(FilingRows.class).find(filing)).isEmpty();
        var message = Sha256.of(new byte[1]);
        var agent = new AgentId("AGENT");
        var now = world.clock.instant();
        assertThat(world.bean(AgentRows.class).first(agent, message, now)).isTrue();
        world.bean(AgentRows.class).forgetMessages(now);
        assertThat(world.bean(AgentRows.class).first(agent, message, now)).isFalse();
        world.bean(AgentRows.class).forgetMessages(now.plusSeconds(1));
        assertThat(world.bean(AgentRows.class).first(agent, message, now)).isTrue();
    }

    private List<Duration> tell(FilingId filing) {
        return world
                .bean(AgentCallback.class)
                .tell(filing)
                .map(at -> Duration.between(world.clock.instant(), at))
                .stream()
                .toList();
    }

    private URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private FilingId filing(@Nullable URI callback) {
        var id = new FilingId(UUID.randomUUID());
        var now = world.clock.instant();
        world.bean(FilingRows.class)
                .insert(new Filing(
                        id,
                        new AgentId("AGENT"),
                        "name-" + id,
                        new byte[32],
                        Exercise.DELETION,
                        FilingState.AWAITING,
                        now,
                        now.plus(Duration.ofDays(30)),
                        null,
                        null,
                        null,
                        null,
                        false,
                        callback));
        return id;
    }

    private static final class World extends ModuleWorld {
        World() {
            super(Beans.class);
        }
    }

    @Import({AgentRows.class, FilingRows.class, Statuses.class, AgentCallback.class})
    @ComponentScan(
            basePackages = "io.retrace.delivery",
            useDefaultFilters = false,
            includeFilters =
                    @Filter(type = FilterType.REGEX, pattern = ".*\\.(OutsideCalls|WebhookClientConfiguration)"))
    static class Beans {

        @Bean
        RequestDirectory requests() {
            return ids -> Map.of(); // nothing here was confirmed
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }
}
