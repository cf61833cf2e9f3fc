package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

class QueueModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();

    @Test
    @UseCase("UC-007/1")
    void a_request_waits_for_its_person_then_the_company_then_us_and_then_it_is_closed() {
        var mosaic = world.company();
        world.photo(ada, mosaic);
        var request = world.ask(ada);
        assertThat(row(QueueFilter.WAITS_FOR_PERSON, request)).isPresent();
        world.until(request.undoUntil());
        world.deliverAll();
        assertThat(row(QueueFilter.WAITS_FOR_COMPANY, request)).isPresent();
        assertThat(row(QueueFilter.WAITS_FOR_PERSON, request)).isEmpty();
        world.forward(Duration.ofDays(14));
        assertThat(row(QueueFilter.WAITS_FOR_US, request)).hasValueSatisfying(row -> {
            assertThat(row.silentCompany()).isEqualTo(mosaic.slug());
            assertThat(row.silentSince()).isEqualTo(world.now());
            assertThat(row.nextActionAt()).isEqualTo(world.now().plus(Duration.ofDays(7)));
            assertThat(row.tally().silent()).isEqualTo(1);
        });
        assertThat(row(QueueFilter.PAST_LEGAL_DATE, request)).isEmpty();
        world.forward(Duration.ofDays(30));
        assertThat(row(QueueFilter.PAST_LEGAL_DATE, request)).isPresent();
        assertThat(row(QueueFilter.OPEN, request)).isPresent();
        world.answer(mosaic, request, Forms.erased("answer-0001", world.today(), null));
        world.runDue();
        assertThat(row(QueueFilter.OPEN, request)).isEmpty();
        assertThat(row(QueueFilter.CLOSED, request)).isPresent();
    }

    @Test
    @UseCase("UC-007/1")
    void counters_count_the_same_rows_and_pages_follow_one_another_by_legal_date() {
        for (int i = 0; i < 5; i++) {
            var member = world.member();
            world.photo(member, world.company());
            world.ask(member);
        }
        var counters = world.asSupport(() -> world.support().counters());
        assertThat(counters.person())
                .isEqualTo(all(QueueFilter.WAITS_FOR_PERSON).size());
        assertThat(counters.company())
                .isEqualTo(all(QueueFilter.WAITS_FOR_COMPANY).size());
        assertThat(counters.us()).isEqualTo(all(QueueFilter.WAITS_FOR_US).size());
        assertThat(counters.pastLegalDate())
                .isEqualTo(all(QueueFilter.PAST_LEGAL_DATE).size());
        var open = all(QueueFilter.OPEN);
        assertThat(open).hasSize(counters.person() + counters.company() + counters.us());
        assertThat(open).extracting(row -> row.request().id()).doesNotHaveDuplicates();
        assertThat(open).extracting(row -> row.request().deadline().due()).isSorted();
    }

    @Test
    void only_support_sees_the_queue() {
        assertThatThrownBy(() -> world.as(ada, () -> world.support().counters()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> world.as(world.company(), () -> world.support().queue(QueueFilter.OPEN, null, 10)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_invented_cursor_or_limit_breaks_a_rule() {
        for (var cursor : List.of("x", "2026-01-01", "_", "2026-01-01_x")) {
            assertThatThrownBy(() -> world.asSupport(() -> world.support().queue(QueueFilter.OPEN, cursor, 10)))
                    .isInstanceOf(DomainException.RuleViolation.class);
        }
        for (int limit : List.of(0, -1, 101)) {
            assertThatThrownBy(() -> world.asSupport(() -> world.support().queue(QueueFilter.OPEN, null, limit)))
                    .isInstanceOf(DomainException.RuleViolation.class);
        }
    }

    private Optional<QueueRow> row(QueueFilter filter, SubjectRequest request) {
        return all(filter).stream()
                .filter(row -> row.request().id().equals(request.id()))
                .findFirst();
    }

    private List<QueueRow> all(QueueFilter filter) {
        var rows = new ArrayList<QueueRow>();
        @Nullable String after = null;
        do {
            var from = after;
            var slice = world.asSupport(() -> world.support().queue(filter, from, 3));
            rows.addAll(slice.items());
            after = slice.next();
        } while (after != null);
        return rows;
    }
}
