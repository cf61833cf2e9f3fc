package io.retrace.requests;

import static io.retrace.requests.RequestStatus.DONE;
import static io.retrace.requests.RequestStatus.NOT_DONE;
import static io.retrace.requests.RequestStatus.PARTLY_DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.requests.Fulfilment.Tally;
import io.retrace.testing.UseCase;
import org.junit.jupiter.api.Test;

@UseCase("UC-004/4")
class SettlementTest {

    @Test
    void done_only_if_every_company_erased_or_had_nothing() {
        assertThat(Settlement.of(new Tally(3, 3, 0, 0, 0, 0, 0), false)).contains(DONE);
        assertThat(Settlement.of(new Tally(3, 3, 0, 0, 0, 0, 0), true)).contains(DONE);
    }

    @Test
    void goes_on_while_a_company_owes_its_answer_and_there_is_time() {
        assertThat(Settlement.of(new Tally(3, 2, 0, 1, 0, 0, 0), false)).isEmpty();
        assertThat(Settlement.of(new Tally(3, 2, 0, 0, 1, 0, 0), false)).isEmpty();
        assertThat(Settlement.of(new Tally(3, 0, 2, 1, 0, 2, 0), false)).isEmpty();
    }

    @Test
    void partly_done_when_all_answered_and_one_kept_something() {
        assertThat(Settlement.of(new Tally(3, 2, 1, 0, 0, 1, 0), false)).contains(PARTLY_DONE);
        assertThat(Settlement.of(new Tally(1, 0, 1, 0, 0, 0, 0), false)).contains(PARTLY_DONE);
    }

    @Test
    void partly_done_at_the_deadline_when_somebody_confirmed_something() {
        assertThat(Settlement.of(new Tally(3, 2, 0, 0, 1, 0, 0), true)).contains(PARTLY_DONE);
        assertThat(Settlement.of(new Tally(3, 0, 1, 2, 0, 0, 0), true)).contains(PARTLY_DONE);
    }

    @Test
    void not_done_when_nobody_confirmed_anything() {
        assertThat(Settlement.of(new Tally(2, 0, 2, 0, 0, 2, 0), false)).contains(NOT_DONE);
        assertThat(Settlement.of(new Tally(2, 0, 0, 0, 2, 0, 0), true)).contains(NOT_DONE);
        assertThat(Settlement.of(new Tally(2, 0, 0, 2, 0, 0, 0), true)).contains(NOT_DONE);
        assertThat(Settlement.of(new Tally(2, 0, 1, 1, 0, 1, 0), true)).contains(NOT_DONE);
    }
}
