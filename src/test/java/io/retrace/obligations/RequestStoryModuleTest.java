package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.ledger.Selection;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.Submission;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestStoryModuleTest {

    private final World world = World.shared();

    @Test
    void a_request_goes_out_after_its_undo_window_and_is_done_when_every_company_has_answered() {
        var ada = world.member();
        var lumen = world.company();
        var clearwater = world.company();
        world.photo(ada, lumen, clearwater);
        world.photo(ada, lumen);
        var accepted = (Submission.Accepted)
                world.as(ada, () -> world.requests().eraseAtCompanies(UUID.randomUUID(), new Selection.All()));
        var request = accepted.request();
        assertThat(request.status()).isEqualTo(RequestStatus.RECEIVED);
        assertThat(request.companies()).isEqualTo(2);
        assertThat(request.photos()).isEqualTo(2);
        world.forward(Duration.ofHours(24));
        world.deliverAll();
        for (var company : java.util.List.of(lumen, clearwater)) {
            var id = world.obligation(request.id(), company);
            world.as(company, () -> world.desk().attest(id, Forms.erased("answer-0001", world.today(), null)));
        }
        world.runDue();
        var now = world.as(ada, () -> world.requests().request(request.reference()));
        assertThat(now.status()).isEqualTo(RequestStatus.DONE);
        assertThat(world.eventsOf(ada))
                .containsExactly(
                        "RequestReceived",
                        "RequestReleased",
                        "ObligationAsked",
                        "ObligationAsked",
                        "ObligationAnswered",
                        "ObligationAnswered",
                        "RequestSettled");
    }
}
