package io.retrace.obligations;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The durable queue, driven by hand: what is due runs on the test’s thread, each row at its own time. */
record DrivenQueue(JdbcClient db, TestClock clock, SettableClock queueClock, ManualScheduler scheduler) {

    void until(Instant target) {
        SignedIn.nobody();
        for (var next = nextDue(target); next != null; next = nextDue(target)) {
            if (next.isAfter(clock.instant())) clock.set(next);
            runDue();
        }
        clock.set(target);
    }

    void runDue() {
        SignedIn.nobody();
        queueClock.set(clock.instant());
        for (int runs = 0; nextDue(clock.instant()) != null; runs++) {
            if (runs > 200) throw new IllegalStateException("the queue never comes to rest");
            scheduler.runAnyDueExecutions();
        }
    }

    private @Nullable Instant nextDue(Instant target) {
        return db.sql("""
                        select min(execution_time) as at from scheduled_tasks
                         where execution_time <= ? and not picked
                           and task_name in ('release-request', 'settle-request', 'pass-legal-deadline', 'chase-obligation',
                                             'issue-receipt', 'route-onward', 'watch-onward', 'seek-person',
                                             'lapse-agent-request')
                        """)
                .param(Timestamp.from(target))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("at")))
                .single()
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
