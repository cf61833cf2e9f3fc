package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.ledger.Selection;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.Submission;
import io.retrace.shared.DomainException;
import io.retrace.testing.LeafCount;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TakeBackModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();

    @Test
    @UseCase("UC-003/1")
    void inside_the_undo_window_it_is_taken_back_and_no_company_ever_learns_of_it() {
        var lumen = world.company();
        world.photo(ada, lumen);
        var request = world.ask(ada);
        var leaves = new LeafCount(world.bean(DataSource.class));
        world.clock().set(request.undoUntil().minusMillis(1));
        leaves.exactlyOne("request-withdrawn", () -> withdraw(request.id()));
        world.forward(Duration.ofDays(60));
        assertThat(world.due(ada)).isEmpty();
        assertThat(world.as(lumen, () -> world.desk().inbox(false, null, 10)).items())
                .isEmpty();
        assertThatThrownBy(() -> world.as(lumen, () -> world.desk().obligation(world.obligation(request.id(), lumen))))
                .isInstanceOf(DomainException.NotFound.class);
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(world.eventsOf(ada)).containsExactly("RequestReceived", "RequestWithdrawn");
    }

    @Test
    @UseCase("UC-003/2")
    void after_the_undo_window_it_cannot_be_taken_back() {
        world.photo(ada, world.company());
        var request = world.ask(ada);
        world.clock().set(request.undoUntil());
        assertThatThrownBy(() -> withdraw(request.id())).isInstanceOf(DomainException.Conflict.class);
        world.runDue();
        assertThatThrownBy(() -> withdraw(request.id())).isInstanceOf(DomainException.Conflict.class);
        assertThat(world.current(ada, request).status()).isEqualTo(RequestStatus.UNDERWAY);
    }

    @Test
    void another_members_request_is_not_found() {
        world.photo(ada, world.company());
        var request = world.ask(ada);
        var eve = world.member();
        assertThatThrownBy(() -> world.as(eve, () -> {
                    world.requests().withdraw(request.id());
                    return 0;
                }))
                .isInstanceOf(DomainException.NotFound.class);
        assertThatThrownBy(() -> world.as(eve, () -> world.requests().request(request.reference())))
                .isInstanceOf(DomainException.NotFound.class);
        assertThatThrownBy(() -> world.as(eve, () -> world.requests().timeline(request.id())))
                .isInstanceOf(DomainException.NotFound.class);
        assertThatThrownBy(() -> world.as(eve, () -> world.progress().companies(request.id())))
                .isInstanceOf(DomainException.NotFound.class);
    }

    @RepeatedTest(10)
    @UseCase("UC-003/3")
    void taking_back_and_going_out_at_the_same_moment_exactly_one_happens() throws Exception {
        world.photo(ada, world.company(), world.company());
        var request = world.ask(ada);
        var justBefore = request.undoUntil().minusNanos(1000);
        try (var threads = Executors.newFixedThreadPool(2)) {
            // the clock passes the end of the window while both are under way
            world.clock().set(justBefore);
            var withdrawal = threads.submit(() -> attempt(() -> withdraw(request.id())));
            world.clock().set(request.undoUntil());
            var release = threads.submit(() -> attempt(world::runDue));
            var withdrawn = withdrawal.get();
            release.get();
            world.runDue();
            var status = world.current(ada, request).status();
            assertThat(status).isEqualTo(withdrawn ? RequestStatus.WITHDRAWN : RequestStatus.UNDERWAY);
            assertThat(world.due(ada)).hasSize(withdrawn ? 0 : 2);
            assertThat(world.eventsOf(ada))
                    .containsExactly("RequestReceived", withdrawn ? "RequestWithdrawn" : "RequestReleased");
        }
    }

    @Test
    @UseCase("UC-003/4")
    void photos_of_a_request_that_was_taken_back_may_be_shared_again() {
        world.photo(ada, world.company());
        var request = world.ask(ada);
        assertThat(takenBack()).isEqualTo(1);
        withdraw(request.id());
        assertThat(takenBack()).isZero();
    }

    @Test
    void photos_that_another_request_holds_stay_taken_back() {
        var lumen = world.company();
        world.photo(ada, lumen);
        var first = world.asked(ada);
        world.answer(lumen, first, Forms.erased("answer-0001", world.today(), null));
        world.runDue();
        var second = world.ask(ada);
        withdraw(second.id());
        assertThat(takenBack()).isEqualTo(1);
    }

    @Test
    void what_was_taken_back_can_be_asked_anew() {
        var photo = world.photo(ada, world.company());
        withdraw(world.ask(ada).id());
        assertThat(world.submit(ada, UUID.randomUUID(), new Selection.Photos(Set.of(photo))))
                .isInstanceOf(Submission.Accepted.class);
        assertThat(takenBack()).isEqualTo(1);
    }

    private void withdraw(RequestId request) {
        world.as(ada, () -> {
            world.requests().withdraw(request);
            return request;
        });
    }

    private static boolean attempt(Runnable action) {
        try {
            action.run();
            return true;
        } catch (DomainException.Conflict tooLate) {
            return false;
        }
    }

    private int takenBack() {
        return world.db()
                .sql("select count(*) from take_back where subject_id = ?")
                .param(ada.subject().value())
                .query(Integer.class)
                .single();
    }
}
