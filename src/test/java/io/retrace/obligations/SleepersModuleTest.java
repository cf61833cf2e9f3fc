package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.Sleepers.Found;
import io.retrace.obligations.Sleepers.Kind;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of the queue that were lost, which cannot happen: nothing waits for ever all the same (T3). */
@UseCase("UC-015/10")
class SleepersModuleTest {

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company mosaic = world.company();
    private final LeafCount leaves = new LeafCount(world.bean(DataSource.class));

    @BeforeEach
    void photos() {
        world.photo(ada, mosaic);
    }

    @Test
    void a_request_that_should_have_gone_out_goes_out() {
        var request = world.ask(ada);
        var id = world.obligation(request.id(), mosaic);
        world.alone();
        assertThat(woken(id, request.undoUntil()))
                .as("its time is not over yet")
                .isEmpty();
        leaves.none(() -> assertThat(woken(id, request.undoUntil().plusSeconds(1)))
                .containsExactly(new Found(Kind.REQUEST_ASLEEP, id)));
        assertThat(woken(id, request.undoUntil().plusSeconds(1)))
                .as("it has its row again")
                .isEmpty();
        leaves.exactlyOne(
                "request-released", () -> world.until(request.undoUntil().plusSeconds(1)));
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.UNDERWAY);
    }

    @Test
    void a_step_that_no_row_of_the_queue_would_take_is_taken() {
        var request = world.asked(ada);
        var id = world.obligation(request.id(), mosaic);
        var reminder = asked(request).plus(Duration.ofDays(7));
        world.alone();
        assertThat(woken(id, reminder)).isEmpty();
        leaves.none(() ->
                assertThat(woken(id, reminder.plusSeconds(1))).containsExactly(new Found(Kind.OBLIGATION_ASLEEP, id)));
        assertThat(woken(id, reminder.plusSeconds(1))).isEmpty();
        leaves.exactlyOne("obligation-reminded", () -> world.until(reminder));
    }

    @Test
    void items_that_are_not_as_many_as_were_counted_are_named() {
        var request = world.asked(ada);
        var id = world.obligation(request.id(), mosaic);
        assertThat(woken(id, world.now())).isEmpty();
        world.db()
                .sql("update obligation set items = items + 1 where id = ?")
                .param(id.value())
                .update();
        assertThat(woken(id, world.now())).containsExactly(new Found(Kind.ITEMS_DIFFER, id));
        assertThat(woken(id, world.now().plus(Duration.ofHours(1))))
                .as("looked at when it goes out, not for ever")
                .isEmpty();
        world.db()
                .sql("update obligation set items = items - 1 where id = ?")
                .param(id.value())
                .update();
    }

    @Test
    void what_has_its_row_or_is_settled_is_left_alone() {
        var request = world.asked(ada);
        var id = world.obligation(request.id(), mosaic);
        assertThat(woken(id, Instant.parse("2100-01-01T00:00:00Z"))).isEmpty();
        world.answer(mosaic, request, Forms.erased("answer-0001", world.today(), null));
        world.alone();
        assertThat(woken(id, Instant.parse("2100-01-01T00:00:00Z"))).isEmpty();
    }

    /** Of this obligation: the world is shared, and others lost their rows, too. */
    private List<Found> woken(ObligationId id, Instant dueBefore) {
        var found = world.bean(Sleepers.class).wake(dueBefore);
        world.db()
                .sql("delete from scheduled_tasks where task_name in"
                        + " ('chase-obligation', 'release-request', 'watch-onward', 'route-onward')"
                        + " and task_instance not like :mine and task_instance <> :request")
                .param("mine", id + ":%")
                .param("request", requestOf(id))
                .update();
        return found.stream().filter(one -> one.obligation().equals(id)).toList();
    }

    private String requestOf(ObligationId id) {
        return world.db()
                .sql("select request_id::text from obligation where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private Instant asked(SubjectRequest request) {
        return Objects.requireNonNull(
                world.company(ada, request, mosaic).instants().askedAt());
    }
}
