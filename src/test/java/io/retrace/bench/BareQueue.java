package io.retrace.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** db-scheduler and nothing else, set as ours is: one job for each thing to do, on a table of its own. */
final class BareQueue implements AutoCloseable {

    private static final int BATCH = 1_000;
    private static final TaskDescriptor<Job> JOB = TaskDescriptor.of("bench", Job.class);

    private final JdbcClient jdbc;
    private final Scheduler scheduler;

    /** What to do, by its number. */
    record Job(int number) {}

    BareQueue(DataSource dataSource, int threads, IntConsumer work) {
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table bench_tasks (like scheduled_tasks including all)")
                .update();
        scheduler = Scheduler.create(
                        dataSource,
                        Tasks.oneTime(JOB)
                                .execute((task, context) ->
                                        work.accept(task.getData().number())))
                .tableName("bench_tasks")
                .serializer(new Jackson3Serializer())
                .threads(threads)
                .pollingInterval(Duration.ofSeconds(1))
                .pollUsingLockAndFetch(0.5, 1.0)
                .enablePriority()
                .build();
        scheduler.start();
        scheduler.pause();
    }

    void plan(int jobs) {
        var now = Instant.now();
        for (int from = 0; from < jobs; from += BATCH) {
            var batch = new ArrayList<com.github.kagkarlsson.scheduler.task.SchedulableInstance<?>>();
            for (int number = from; number < Math.min(from + BATCH, jobs); number++) {
                batch.add(JOB.instance(UUID.randomUUID().toString())
                        .data(new Job(number))
                        .scheduledTo(now));
            }
            scheduler.scheduleBatch(batch);
        }
        jdbc.sql("vacuum analyze bench_tasks").update();
    }

    /** Until the queue is empty. */
    void run() throws InterruptedException {
        scheduler.resume();
        scheduler.triggerCheckForDueExecutions();
        while (!empty()) Thread.sleep(50);
        scheduler.pause();
    }

    private boolean empty() {
        return jdbc.sql("select not exists (select from bench_tasks)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
