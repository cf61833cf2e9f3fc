package io.retrace.requests;

import static io.retrace.requests.RequestStatus.DONE;
import static io.retrace.requests.RequestStatus.NOT_DONE;
import static io.retrace.requests.RequestStatus.PARTLY_DONE;
import static io.retrace.requests.RequestStatus.RECEIVED;
import static io.retrace.requests.RequestStatus.UNDERWAY;
import static io.retrace.requests.RequestStatus.VERIFYING;
import static io.retrace.requests.RequestStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.identity.Actor;
import io.retrace.identity.SubjectId;
import io.retrace.shared.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestStatusTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    private static final Instant NEXT_NOON = NOON.plus(Duration.ofDays(1));
    private static final Actor ADA = new Actor(Actor.Kind.MEMBER, "ada");

    private static final Map<RequestStatus, Set<RequestStatus>> ALLOWED = Map.of(
            RECEIVED, Set.of(VERIFYING, UNDERWAY, WITHDRAWN),
            VERIFYING, Set.of(UNDERWAY, NOT_DONE, WITHDRAWN),
            UNDERWAY, Set.of(DONE, PARTLY_DONE, NOT_DONE),
            PARTLY_DONE, Set.of(DONE, NOT_DONE),
            NOT_DONE, Set.of(DONE, PARTLY_DONE),
            DONE, Set.of(PARTLY_DONE, NOT_DONE),
            WITHDRAWN, Set.of());

    @ParameterizedTest
    @EnumSource
    void moves_as_the_table_says_and_no_other_way(RequestStatus from) {
        for (var to : RequestStatus.values()) {
            assertThat(from.mayBecome(to))
                    .as("%s to %s", from, to)
                    .isEqualTo(ALLOWED.getOrDefault(from, Set.of()).contains(to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void once_it_went_out_nothing_leads_back_to_before(RequestStatus from) {
        if (from == RECEIVED || from == VERIFYING) return;
        assertThat(from.mayBecome(RECEIVED) || from.mayBecome(VERIFYING) || from.mayBecome(WITHDRAWN))
                .isFalse();
    }

    @Test
    void a_request_is_taken_back_until_the_last_moment_of_its_undo_window() {
        var request = request();
        request.withdraw(ADA, NEXT_NOON.minusNanos(1000));
        assertThat(request.status()).isEqualTo(WITHDRAWN);
    }

    @Test
    void at_the_end_of_the_undo_window_it_cannot_be_taken_back_even_if_it_has_not_gone_out() {
        assertThatThrownBy(() -> request().withdraw(ADA, NEXT_NOON)).isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void what_went_out_cannot_be_taken_back() {
        var request = request();
        request.release(NEXT_NOON);
        assertThatThrownBy(() -> request.withdraw(ADA, NOON)).isInstanceOf(DomainException.Conflict.class);
    }

    @Test
    void nothing_goes_out_before_the_undo_window_has_ended() {
        assertThatIllegalStateException().isThrownBy(() -> request().release(NEXT_NOON.minusNanos(1000)));
    }

    @Test
    void what_was_taken_back_never_goes_out() {
        var request = request();
        request.withdraw(ADA, NOON);
        assertThat(request.awaitsRelease()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> request.release(NEXT_NOON));
    }

    @Test
    void settling_where_it_stands_already_is_no_move() {
        var request = request();
        request.release(NEXT_NOON);
        assertThat(request.settle(PARTLY_DONE, NEXT_NOON)).isTrue();
        assertThat(request.settle(PARTLY_DONE, NEXT_NOON)).isFalse();
        assertThat(request.settle(DONE, NEXT_NOON)).isTrue();
    }

    private static Request request() {
        var day = LocalDate.of(2026, 11, 3);
        var deadline = new Deadline(day.plusMonths(1), "gdpr-one-month", "GDPR Art. 12(3)", day, day.plusMonths(1));
        return new Request(
                new RequestId(UUID.randomUUID()),
                RequestKind.ERASURE,
                new SubjectId(UUID.randomUUID()),
                "all",
                new Fulfilment.Plan(1, 1, List.of()),
                deadline,
                NOON,
                NEXT_NOON,
                ADA);
    }
}
