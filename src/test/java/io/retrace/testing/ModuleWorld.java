package io.retrace.testing;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One module alone, with a real database of its own, a real mail server, and a queue whose time the test moves. Listeners and
 * handlers are the module’s; the rest of the application is whatever beans the test brings.
 */
public abstract class ModuleWorld implements AutoCloseable {

    public final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    public final MovableClock clock;
    public final JdbcClient jdbc;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ManualScheduler queue;

    protected ModuleWorld(Class<?> beans) {
        this(beans, TestDatabase.fresh());
    }

    /** On a database that others use as well. */
    protected ModuleWorld(Class<?> beans, DataSource database) {
        mail.start();
        context.registerBean(DataSource.class, () -> database);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "retrace.portal-url", "https://retrace.example",
                                "retrace.mail.from", "Retrace <updates@retrace.example>",
                                "retrace.delivery.allow-loopback", "true",
                                "smtp.port", mail.getSmtp().getPort())));
        context.register(ModuleBeans.class, beans);
        context.refresh();
        clock = bean(MovableClock.class);
        jdbc = bean(JdbcClient.class);
        var builder = TestHelper.createManualScheduler(bean(DataSource.class), tasks())
                .clock(new SettableClock());
        builder.serializer(new Jackson3Serializer());
        queue = builder.build();
    }

    public final <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public final void publish(Object event) {
        inTransaction(() -> publishBare(event));
    }

    /** Without a transaction of its own. */
    public final void publishBare(Object event) {
        context.publishEvent(event);
    }

    public final void inTransaction(Runnable work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    /** Runs what is due now. */
    public final void work() {
        queue.setTime(clock.instant());
        queue.runAnyDueExecutions();
    }

    /** Lets time pass up to the next execution and runs it. */
    public final void workNext() {
        clock.advance(Duration.between(clock.instant(), next()).plusMillis(1));
        work();
    }

    /** Takes work away from workers that have not been heard of. */
    public final void buryTheDead() {
        queue.setTime(clock.instant());
        queue.runDeadExecutionDetection();
    }

    /** When the next execution is due. */
    public final Instant next() {
        return jdbc.sql("select min(execution_time) from scheduled_tasks")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** How many executions wait. */
    public final long open() {
        return jdbc.sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single();
    }

    /** A queue with workers of its own instead of the one moved by hand. */
    public final Scheduler realQueue(int workers) {
        return realQueue(workers, Duration.ofMinutes(5));
    }

    /** @param heartbeat how often it says that it is alive; after four that are missing its work is taken over */
    public final Scheduler realQueue(int workers, Duration heartbeat) {
        return Scheduler.create(bean(DataSource.class), tasks())
                .serializer(new Jackson3Serializer())
                .threads(workers)
                .pollingInterval(Duration.ofMillis(100))
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .clock(clock::instant)
                .pollUsingLockAndFetch(0.5, 1.0)
                .build();
    }

    @Override
    public final void close() {
        context.close();
        mail.stop();
    }

    private List<Task<?>> tasks() {
        var tasks = new ArrayList<Task<?>>();
        context.getBeansOfType(Task.class).values().forEach(tasks::add);
        return tasks;
    }
}
