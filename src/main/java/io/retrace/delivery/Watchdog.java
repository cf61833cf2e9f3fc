package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.Sleepers;
import io.retrace.shared.ForModules;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks every minute for what should have gone on by now and nothing would wake any more, puts it back on the queue and says
 * so. What is due later is looked at when it is due: most of what is open waits for months.
 */
@Service
@ForModules
class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final String ASLEEP = """
            select d.obligation_id, d.round, d.partner_no from delivery d
             where d.ended_at is null and d.next_attempt_at < :before
               and not exists (select from scheduled_tasks t where t.task_name = 'deliver'
                                and t.task_instance = d.obligation_id || ':' || d.round)
             order by d.next_attempt_at limit 1000""";

    /** What is due for less is the queue’s business. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final SchedulerClient queue;
    private final Sleepers sleepers;
    private final Clock clock;

    Watchdog(JdbcClient jdbc, SchedulerClient queue, Sleepers sleepers, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.sleepers = sleepers;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        var now = clock.instant();
        var before = now.minus(LATE);
        for (var found : sleepers.wake(before)) alert(found.kind().name(), found.obligation(), now);
        for (var job : asleep(before)) {
            queue.schedule(
                    DeliveryTasks.DELIVER.instance(job.instance()).data(job).scheduledTo(now));
            alert("DELIVERY_ASLEEP", job.obligationId(), now);
        }
    }

    private List<DeliverJob> asleep(Instant before) {
        return jdbc.sql(ASLEEP)
                .param("before", Timestamp.from(before))
                .query((row, number) -> new DeliverJob(
                        row.getObject("obligation_id", UUID.class), row.getInt("round"), row.getInt("partner_no")))
                .list();
    }

    private void alert(String kind, ObligationId obligation, Instant now) {
        int told = jdbc.sql("insert into delivery_alert (kind, obligation_id, found_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(kind, obligation.value(), Timestamp.from(now))
                .update();
        if (told > 0) LOG.error("ALERT {}: obligation {}; support sees it", kind, obligation);
    }
}
