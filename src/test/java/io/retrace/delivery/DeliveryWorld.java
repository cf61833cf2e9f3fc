package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retrace.obligations.ObligationDue;
import io.retrace.obligations.ObligationId;
import io.retrace.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The module with a real database, a real mail server and a real queue whose time the test moves. */
final class DeliveryWorld implements AutoCloseable {

    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    final TestClock clock;
    final Companies companies;
    final Questions questions;
    final JdbcClient jdbc;
    final DeliveryLog log;
    final Deliveries deliveries;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final ManualScheduler queue;

    DeliveryWorld() {
        mail.start();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "retrace.portal-url", "https://retrace.example",
                                "retrace.mail.from", "Retrace <updates@retrace.example>",
                                "retrace.delivery.allow-loopback", "true",
                                "smtp.port", mail.getSmtp().getPort())));
        context.register(Beans.class);
        context.refresh();
        clock = context.getBean(TestClock.class);
        companies = context.getBean(Companies.class);
        questions = context.getBean(Questions.class);
        jdbc = context.getBean(JdbcClient.class);
        log = context.getBean(DeliveryLog.class);
        deliveries = context.getBean(Deliveries.class);
        var builder = TestHelper.createManualScheduler(
                        context.getBean(DataSource.class), List.of(context.getBean(Task.class)))
                .clock(new SettableClock());
        builder.serializer(new Jackson3Serializer());
        queue = builder.build();
    }

    /** In a transaction, as obligations does it. */
    void publish(ObligationId obligation, int round) {
        inTransaction(() -> publishBare(obligation, round));
    }

    void publishBare(ObligationId obligation, int round) {
        var company = questions.question(obligation).company();
        context.publishEvent(new ObligationDue(obligation, company, round, clock.instant()));
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    /** Runs what is due now. */
    void work() {
        queue.setTime(clock.instant());
        queue.runAnyDueExecutions();
    }

    /** Lets time pass up to the next execution and runs it. */
    void workNext() {
        clock.advance(Duration.between(clock.instant(), next()).plusMillis(1));
        work();
    }

    void buryTheDead() {
        queue.setTime(clock.instant());
        queue.runDeadExecutionDetection();
    }

    /** When the only open execution is due. */
    Instant next() {
        return jdbc.sql("select execution_time from scheduled_tasks")
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }

    long open() {
        return jdbc.sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single();
    }

    /** A queue with workers of its own instead of the one moved by hand. */
    Scheduler realQueue(int workers) {
        return Scheduler.create(context.getBean(DataSource.class), context.getBean(Task.class))
                .serializer(new Jackson3Serializer())
                .threads(workers)
                .pollingInterval(Duration.ofMillis(100))
                .shutdownMaxWait(Duration.ofSeconds(5))
                .clock(clock::instant)
                .pollUsingLockAndFetch(0.5, 1.0)
                .build();
    }

    @Override
    public void close() {
        context.close();
        mail.stop();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan({"io.retrace.delivery", "io.retrace.shared.mail"})
    static class Beans {

        @Bean
        DataSource dataSource() {
            return TestDatabase.fresh();
        }

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbc(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        SchedulerClient queue(DataSource dataSource) {
            return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                    .serializer(new Jackson3Serializer())
                    .build();
        }

        @Bean
        TestClock clock() {
            return new TestClock();
        }

        @Bean
        Companies companies() {
            return new Companies();
        }

        @Bean
        Questions questions(JdbcClient jdbc) {
            return new Questions(jdbc);
        }

        @Bean
        MessageSource messageSource() {
            var bundle = new ResourceBundleMessageSource();
            bundle.setBasename("vaadin-i18n/translations");
            bundle.setDefaultEncoding("UTF-8");
            bundle.setAlwaysUseMessageFormat(true);
            return bundle;
        }

        @Bean
        JavaMailSender mailServer(@org.springframework.beans.factory.annotation.Value("${smtp.port}") int port) {
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(port);
            return sender;
        }
    }
}
