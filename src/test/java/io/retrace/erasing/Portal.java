package io.retrace.erasing;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.retrace.RetraceApplication;
import io.retrace.testing.MovableClock;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.servlet.AnnotationConfigServletWebApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;

/** The whole application on one database and one folder, without its web server; its queue runs when the test says so. */
final class Portal implements AutoCloseable {

    private final MovableClock clock;
    private final ConfigurableApplicationContext context;
    private final ManualScheduler queue;

    private Portal(MovableClock clock, ConfigurableApplicationContext context) {
        this.clock = clock;
        this.context = context;
        var tasks = context.getBeansOfType(Task.class).values().stream()
                .<Task<?>>map(task -> task)
                .toList();
        var builder = TestHelper.createManualScheduler(
                        new TransactionAwareDataSourceProxy(bean(DataSource.class)), new ArrayList<>(tasks))
                .clock(new SettableClock());
        builder.serializer(bean(Serializer.class));
        queue = builder.build();
    }

    /** Starts it with what a test adds, or fails as it would fail to start. */
    static Portal start(Map<String, String> settings, MovableClock clock, RunSteps steps, Class<?>... added) {
        ApplicationContextInitializer<ConfigurableApplicationContext> time = context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean("testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
            beans.registerBean("runSteps", RunSteps.class, () -> steps);
            for (var type : added) beans.registerBean(type);
        };
        var context = new SpringApplicationBuilder(RetraceApplication.class)
                .web(WebApplicationType.SERVLET)
                .contextFactory(type -> {
                    var web = new AnnotationConfigServletWebApplicationContext();
                    web.setServletContext(new MockServletContext());
                    return web;
                })
                .initializers(time)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        return new Portal(clock, context);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** For requests as its web server would pass them on. */
    WebApplicationContext web() {
        return (WebApplicationContext) context;
    }

    JdbcClient db() {
        return JdbcClient.create(bean(DataSource.class));
    }

    /** Runs what is due now, and what that makes due now. */
    void work() {
        for (int i = 0; i < 100; i++) {
            var next = next();
            if (next.isEmpty() || next.get().isAfter(clock.instant())) return;
            queue.setTime(clock.instant());
            queue.runAnyDueExecutions();
        }
        throw new IllegalStateException("the queue never comes to rest: "
                + db().sql(
                                "select task_name || ' ' || execution_time || ' picked ' || picked || ' failed ' || coalesce(consecutive_failures, 0) from scheduled_tasks")
                        .query(String.class)
                        .list());
    }

    /** Lets time pass, and runs what becomes due on the way. */
    void pass(Duration time) {
        var target = clock.instant().plus(time);
        work();
        for (var next = next(); next.isPresent() && !next.get().isAfter(target); next = next()) {
            if (next.get().isAfter(clock.instant())) clock.advance(Duration.between(clock.instant(), next.get()));
            work();
        }
        clock.advance(Duration.between(clock.instant(), target));
    }

    /** Work that a killed process had begun is taken over, as soon as its heart has not beaten for long enough. */
    void takeOverFromTheDead() {
        queue.setTime(clock.instant());
        queue.runDeadExecutionDetection();
        // the library plans what it revives by the machine’s own clock
        db().sql("update scheduled_tasks set execution_time = ? where task_name = 'erase-person' and not picked")
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public void close() {
        context.close();
    }

    /** When the next piece of one-time work is due; what recurs has its own rhythm. */
    private Optional<Instant> next() {
        var recurring = List.of("recurring");
        return db().sql("""
                        select min(execution_time) as at from scheduled_tasks
                         where not picked and not (task_instance = any (?))""")
                .param(recurring.toArray(String[]::new))
                .query((row, number) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .single();
    }
}
