package io.retrace.ledger;

import static io.retrace.ledger.FeedLines.json;
import static io.retrace.ledger.FeedLines.photo;
import static io.retrace.ledger.FeedLines.with;
import static io.retrace.testing.Callers.asMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Priority;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** A line of a feed that points to a picture: the queue itself fetches it, from a real media store. */
@Timeout(60)
@TestPropertySource(
        properties = {"db-scheduler.enabled=true", "spring.autoconfigure.exclude=" + PreviewFetchModuleTest.PAGES})
class PreviewFetchModuleTest extends LedgerModule {

    /** Vaadin’s security context is one per JVM: a second one would take it away from the other tests of this module. */
    static final String PAGES = "com.vaadin.flow.spring.SpringBootAutoConfiguration,"
            + "com.vaadin.flow.spring.SpringSecurityAutoConfiguration,com.vaadin.flow.spring.VaadinScopesConfig";

    private static final MediaServer STORE = new MediaServer();

    @Autowired
    private MyLedger mine;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry registry) {
        registry.add("retrace.ledger.media-store", () -> STORE.folder().toString());
        registry.add("retrace.ledger.media-patience", () -> "1s");
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    @UseCase("UC-008/7")
    void the_picture_is_fetched_made_small_and_shown_to_its_owner() {
        feed("fetched", "fay", "good.jpg");
        await().until(() -> shown("fay"));
        var photo = asMember("fay", () -> mine.photos(null, 1)).items().getFirst();
        assertThat(asMember("fay", () -> mine.thumbnail(photo.id())))
                .get()
                .satisfies(jpeg -> assertThat(Pictures.read(jpeg).getWidth()).isEqualTo(640));
    }

    @Test
    @UseCase("UC-008/7")
    void what_is_no_picture_is_asked_for_once_and_leaves_a_placeholder() {
        for (var name : new String[] {"text.jpg", "empty.jpg"}) {
            feed(name, "ned", name);
            await().until(() -> STORE.asked(name) == 1 && waiting(name) == 0);
        }
        assertThat(shown("ned")).isFalse();
    }

    @Test
    @UseCase("UC-008/7")
    void a_store_that_is_away_is_asked_again_and_given_up_at_last() {
        feed("away", "abe", "away.jpg");
        await().until(() -> failures("away") == 1);
        assertThat(jdbc.sql("""
                        select extract(epoch from execution_time - last_failure)::int, priority
                          from scheduled_tasks where task_instance = (select id::text from photo where platform_ref = 'away')
                        """)
                        .query((row, _) -> new int[] {row.getInt(1), row.getInt(2)})
                        .single())
                .containsExactly(60, Priority.LOW);
        jdbc.sql("""
                update scheduled_tasks set consecutive_failures = 7, execution_time = now()
                 where task_instance = (select id::text from photo where platform_ref = 'away')""").update();
        await().until(() -> waiting("away") == 0);
        assertThat(STORE.asked("away.jpg")).isEqualTo(2);
        assertThat(shown("abe")).isFalse();
    }

    @Test
    void a_store_that_hangs_does_not_take_all_workers() {
        ledger.photos(IntStream.range(0, 8)
                .mapToObj(i -> json(with(photo("hang-" + i, "hal"), "preview_url", STORE.url("hang.jpg"))))
                .toArray(String[]::new));
        await().atMost(Duration.ofSeconds(40)).until(() -> STORE.asked("hang.jpg") == 8);
        assertThat(STORE.mostWaiting()).isEqualTo(3);
    }

    private void feed(String ref, String member, String name) {
        ledger.photos(json(with(photo(ref, member), "preview_url", STORE.url(name))));
    }

    private boolean shown(String member) {
        return asMember(member, () -> mine.photos(null, 1)).items().getFirst().preview();
    }

    private long waiting(String ref) {
        return jdbc.sql("""
                        select count(*) from scheduled_tasks
                         where task_instance = (select id::text from photo where platform_ref = ?)""").param(ref).query(Long.class).single();
    }

    private int failures(String ref) {
        return jdbc.sql("""
                        select coalesce(max(consecutive_failures), 0) from scheduled_tasks
                         where task_instance = (select id::text from photo where platform_ref = ?)""").param(ref).query(Integer.class).single();
    }
}
