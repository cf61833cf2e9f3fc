package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.evidence.Receipts;
import io.retrace.identity.spi.PersonalDataStep;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** The queue comes to rest: a job about receipts ends, whatever became of what it rests on. */
class ReceiptJobsModuleTest {

    private final World world = World.shared().alone();
    private final Member ada = world.member();
    private final Company lumen = world.company();
    private final Company argus = world.company();

    @Test
    @UseCase("UC-010/2")
    void a_job_whose_request_can_never_settle_again_ends() {
        world.photo(ada, lumen, argus);
        var copy = world.askedForCopy(ada);
        var obligation = world.obligation(copy.id(), lumen);
        world.as(lumen, () -> world.copies().answer(obligation, CopyFixture.hadNothing("answer-0001", null)));
        world.forward(Duration.ofDays(45)); // argus never answers: partly done
        assertThat(world.current(ada, copy).status()).isEqualTo(RequestStatus.PARTLY_DONE);
        // the person is erased: argus is not asked any more, what opens the commitments is gone, and nothing settles
        // again
        world.bean(TransactionOperations.class).executeWithoutResult(status -> {
            for (var step : List.of("eraseItems", "eraseOpenings", "eraseLastOpenings")) {
                ((PersonalDataStep) world.named(step)).erase(ada.subject());
            }
        });
        ReceiptJob.again(world, ada, obligation);
        assertThat(waiting(copy)).isZero();
        assertThat(world.bean(Receipts.class).ofRequest(copy.id())).isNotEmpty();
    }

    @Test
    @UseCase("UC-010/2")
    void a_receipt_that_waits_for_a_log_that_has_stopped_is_looked_after_less_and_less_often() {
        world.photo(ada, lumen);
        var request = world.asked(ada);
        var finding = world.db()
                .sql("insert into evidence_finding (kind, at_size, detail, found_at)"
                        + " values ('FORKED', (select count(*) from evidence_finding), 'a test', now()) returning no")
                .query(Long.class)
                .single();
        try {
            world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
            world.forward(Duration.ofHours(1));
            assertThat(waiting(request)).isPositive();
            assertThat(times(request)).isBetween(10, 25); // every two seconds would be 1,800
        } finally {
            world.db()
                    .sql(
                            "insert into evidence_finding_settled (finding_no, settled_by, why) values (?, 'a test', 'over')")
                    .param(finding)
                    .update();
        }
        world.forward(Duration.ofMinutes(6));
        assertThat(waiting(request)).isZero();
        assertThat(world.bean(Receipts.class).ofRequest(request.id()))
                .hasSize(2)
                .allMatch(one -> one.provable());
    }

    private int waiting(SubjectRequest request) {
        return world.db()
                .sql("select count(*) from scheduled_tasks where task_name = 'issue-receipt'"
                        + " and position(? in convert_from(task_data, 'UTF8')) > 0")
                .param(request.id().toString())
                .query(Integer.class)
                .single();
    }

    private int times(SubjectRequest request) {
        return world.db()
                .sql("select max((convert_from(task_data, 'UTF8')::jsonb ->> 'waited')::int) from scheduled_tasks"
                        + " where task_name = 'issue-receipt' and position(? in convert_from(task_data, 'UTF8')) > 0")
                .param(request.id().toString())
                .query(Integer.class)
                .single();
    }
}
