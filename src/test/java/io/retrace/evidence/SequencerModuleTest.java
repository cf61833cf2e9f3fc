package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.testing.UseCase;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class SequencerModuleTest {

    private final EvidenceFixture evidence = EvidenceFixture.fresh();

    @AfterEach
    void close() {
        evidence.close();
    }

    @Test
    @UseCase("UC-009/3")
    void under_concurrent_commits_and_rollbacks_every_leaf_gets_one_place_and_all_checkpoints_agree() throws Exception {
        int writers = 8;
        int events = 200;
        var committed = new AtomicInteger();
        var done = new CountDownLatch(writers);
        try (var threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var work = new ArrayList<Future<?>>();
            for (int writer = 0; writer < writers; writer++) {
                var random = new Random(writer);
                work.add(threads.submit(() -> {
                    for (int i = 0; i < events; i++) write(random, committed);
                    done.countDown();
                }));
            }
            for (int node = 0; node < 2; node++) {
                var sequencer = evidence.anotherNode().sequencer;
                work.add(threads.submit(() -> {
                    while (done.getCount() > 0) sequencer.run();
                }));
            }
            for (var part : work) part.get();
        }
        evidence.sequencer.run();

        assertThat(committed.get()).isBetween(1, writers * events - 1);
        assertThat(evidence.leaves()).isEqualTo(committed.get());
        assertThat(evidence.count("evidence_opening")).isEqualTo(committed.get());
        assertThat(evidence.audit().verifiedLeaves()).isEqualTo(committed.get());
        assertThat(evidence.audit().verifiedCheckpoints()).isGreaterThan(2);
    }

    private void write(Random random, AtomicInteger committed) {
        boolean keep = random.nextInt(4) != 0;
        evidence.transaction.executeWithoutResult(status -> {
            evidence.writer.on(EvidenceFixture.event());
            // some stay open for a while after their insert, so that others overtake them
            if (random.nextInt(8) == 0)
                evidence.jdbc.sql("select pg_sleep(0.01)").query().singleRow();
            if (!keep) status.setRollbackOnly();
        });
        if (keep) committed.incrementAndGet();
    }

    @Test
    void a_leaf_that_was_inserted_early_and_committed_late_is_not_skipped() {
        evidence.transaction.executeWithoutResult(early -> {
            evidence.writer.on(EvidenceFixture.event());
            evidence.apart.executeWithoutResult(late -> evidence.writer.on(EvidenceFixture.event()));
            evidence.sequencer.run();
            assertThat(evidence.audit().verifiedLeaves()).isEqualTo(1);
        });
        evidence.sequencer.run();
        assertThat(evidence.audit().verifiedLeaves()).isEqualTo(2);
        assertThat(evidence.jdbc
                        .sql("select position from evidence_leaf order by no")
                        .query(Long.class)
                        .list())
                .containsExactly(1L, 0L);
    }

    @Test
    void a_failure_in_the_middle_leaves_nothing_behind() throws ExecutionException {
        evidence.commit();
        evidence.sequencer.run();
        evidence.commit();
        evidence.jdbc
                .sql("alter table evidence_checkpoint add constraint broken check (size < 2)")
                .update();
        assertThatThrownBy(evidence.sequencer::run).isInstanceOf(DataAccessException.class);
        assertThat(evidence.count("evidence_node")).isEqualTo(1);
        assertThat(evidence.count("evidence_checkpoint")).isEqualTo(1);
        assertThat(evidence.count("evidence_leaf where position is not null")).isEqualTo(1);

        evidence.jdbc
                .sql("alter table evidence_checkpoint drop constraint broken")
                .update();
        evidence.sequencer.run();
        assertThat(evidence.audit().verifiedLeaves()).isEqualTo(2);
        assertThat(evidence.audit().verifiedCheckpoints()).isEqualTo(2);
    }

    @Test
    void nothing_is_signed_over_a_tree_that_was_tampered_with() {
        evidence.commit();
        evidence.sequencer.run();
        evidence.jdbc.sql("alter table evidence_node disable trigger all").update();
        evidence.jdbc.sql("update evidence_node set hash = sha256(hash)").update();
        evidence.commit();
        assertThatThrownBy(evidence.sequencer::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the stored tree of 1 leaves has another root than the checkpoint");
        assertThat(evidence.count("evidence_checkpoint")).isEqualTo(1);
    }

    @Test
    void while_one_node_is_at_it_another_leaves_it_alone() {
        evidence.commit();
        evidence.transaction.executeWithoutResult(held -> {
            evidence.jdbc
                    .sql("select pg_advisory_xact_lock(hashtext('evidence_sequencer'))")
                    .query()
                    .singleRow();
            evidence.anotherNode().sequencer.run();
            assertThat(evidence.count("evidence_checkpoint")).isZero();
        });
        evidence.anotherNode().sequencer.run();
        assertThat(evidence.audit().verifiedLeaves()).isEqualTo(1);
    }

    @Test
    void more_than_a_batch_is_placed_in_one_run() {
        int leaves = Sequencer.BATCH + 3;
        evidence.jdbc
                .sql(
                        "insert into evidence_leaf (entry) select convert_to(n::text, 'UTF8') from generate_series(1, ?) n")
                .param(leaves)
                .update();
        evidence.sequencer.run();
        assertThat(evidence.audit().verifiedCheckpoints()).isEqualTo(2);
        assertThat(evidence.count("evidence_leaf where position is null")).isZero();
        assertThat(evidence.audit().verifiedLeaves()).isEqualTo(leaves);
    }
}
