package io.retrace.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The steps of an erasing, each with its progress in one transaction. A fault is noted, handed on so that the queue tries
 * again, and shown to support once it is no passing one.
 */
@Component
class ErasingSteps {

    /** So many faults of one step in a row are nothing that passes by itself. */
    static final int PATIENCE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ErasingSteps.class);

    private final JdbcClient jdbc;
    private final ErasingRows rows;
    private final TransactionOperations transactions;
    private final Clock clock;

    ErasingSteps(JdbcClient jdbc, ErasingRows rows, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What a step left behind. */
    private enum Outcome {
        DONE,
        AGAIN,
        FAILED
    }

    boolean done(UUID erasing, String step) {
        return jdbc.sql(
                        "select exists (select from erasing_step where erasing_id = ? and step = ? and outcome = 'DONE')")
                .param(erasing)
                .param(step)
                .query(Boolean.class)
                .single();
    }

    void first(UUID erasing, String step, Runnable work) {
        inOne(erasing, step, work, Outcome.DONE);
    }

    /** Once more, over what the first time left or what has come since. */
    void again(UUID erasing, String step, Runnable work) {
        inOne(erasing, step, work, Outcome.AGAIN);
    }

    /** Outside a transaction, for what talks to others. */
    <T> T attempt(UUID erasing, String step, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            failed(erasing, step, e);
            throw e;
        }
    }

    private void inOne(UUID erasing, String step, Runnable work, Outcome outcome) {
        attempt(erasing, step, () -> {
            transactions.executeWithoutResult(status -> {
                work.run();
                note(erasing, step, outcome, null);
                rows.noLongerForSupport(erasing);
            });
            return true;
        });
    }

    private void failed(UUID erasing, String step, RuntimeException fault) {
        transactions.executeWithoutResult(status -> {
            note(erasing, step, Outcome.FAILED, fault.getClass().getName());
            if (faults(erasing, step) >= PATIENCE && rows.forSupport(erasing, clock.instant())) {
                LOG.error(
                        "ALERT erasing {}: step {} fails again and again; it is tried on, and support sees it",
                        erasing,
                        step);
            }
        });
    }

    private int faults(UUID erasing, String step) {
        return jdbc.sql("""
                        select count(*) from erasing_step s
                         where erasing_id = :erasing and step = :step and outcome = 'FAILED'
                           and no > coalesce((select max(no) from erasing_step
                                               where erasing_id = :erasing and outcome <> 'FAILED'), 0)""")
                .param("erasing", erasing)
                .param("step", step)
                .query(Integer.class)
                .single();
    }

    private void note(UUID erasing, String step, Outcome outcome, @Nullable String fault) {
        jdbc.sql("insert into erasing_step (erasing_id, step, at, outcome, fault) values (?, ?, ?, ?, ?)")
                .param(erasing)
                .param(step)
                .param(Timestamp.from(clock.instant()))
                .param(outcome.name())
                .param(fault)
                .update();
    }
}
