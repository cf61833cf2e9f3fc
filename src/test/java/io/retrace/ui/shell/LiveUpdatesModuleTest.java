package io.retrace.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.retrace.evidence.ReceiptsProvable;
import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestReleased;
import io.retrace.testing.TestDatabase;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two nodes on one database. */
class LiveUpdatesModuleTest {

    private final DataSource database = TestDatabase.fresh();
    private final List<ChangeChannel> channels = new ArrayList<>();
    private final LiveUpdates here = node();
    private final LiveUpdates there = node();
    private final RequestId request = new RequestId(UUID.randomUUID());
    private final SubjectId subject = new SubjectId(UUID.randomUUID());

    @AfterEach
    void stop() {
        channels.forEach(ChangeChannel::stop);
    }

    @Test
    @UseCase("UC-004/3")
    void a_change_on_one_node_reaches_the_pages_of_every_node() {
        var told = new AtomicInteger();
        var toldThere = new AtomicInteger();
        here.watch(request.value(), told::incrementAndGet);
        there.watch(subject.value(), toldThere::incrementAndGet);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            here.on(released());
            assertThat(told).hasPositiveValue();
            assertThat(toldThere).hasPositiveValue();
        });
    }

    @Test
    @UseCase("UC-004/3")
    void receipts_that_come_some_seconds_after_the_answer_reach_the_open_page() {
        var told = new AtomicInteger();
        there.watch(request.value(), told::incrementAndGet);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            here.on(new ReceiptsProvable(request));
            assertThat(told).hasPositiveValue();
        });
    }

    @Test
    void pages_of_somebody_else_and_pages_that_closed_are_left_alone() {
        var told = new AtomicInteger();
        var never = new AtomicInteger();
        here.watch(request.value(), told::incrementAndGet);
        here.watch(UUID.randomUUID(), never::incrementAndGet);
        here.watch(request.value(), never::incrementAndGet).run();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            there.on(released());
            assertThat(told).hasPositiveValue();
        });
        assertThat(never).hasValue(0);
    }

    @Test
    void a_lost_connection_is_opened_again_and_pages_are_told_because_something_may_have_been_missed() {
        var told = new AtomicInteger();
        here.watch(request.value(), told::incrementAndGet);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            here.on(released());
            assertThat(told).hasPositiveValue();
        });
        var before = told.get();
        new JdbcTemplate(database)
                .queryForList("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(told).hasValueGreaterThan(before));
    }

    private LiveUpdates node() {
        var channel = new ChangeChannel(database);
        channels.add(channel);
        var updates = new LiveUpdates(channel);
        channel.start();
        return updates;
    }

    private RequestReleased released() {
        return new RequestReleased(request, RequestKind.ERASURE, subject, Instant.parse("2026-11-03T10:00:00Z"));
    }
}
