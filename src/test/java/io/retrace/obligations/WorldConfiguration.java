package io.retrace.obligations;

import static org.mockito.Mockito.mock;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.retrace.RetraceApplication;
import io.retrace.shared.mail.Postbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/**
 * The modules that answer for a request, as they are: requests, obligations, evidence, the gate of the ledger, who is
 * signed in. Only time stands still, and the queue is driven by hand. No {@code @Configuration}, so that nobody else’s
 * component scan finds it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "com.vaadin.flow.spring.SpringBootAutoConfiguration",
            "com.vaadin.flow.spring.SpringSecurityAutoConfiguration",
            "com.vaadin.flow.spring.VaadinScopesConfig"
        })
@EnableMethodSecurity
@EntityScan(basePackageClasses = RetraceApplication.class)
@EnableJpaRepositories(basePackageClasses = RetraceApplication.class)
@ComponentScan(
        basePackages = {
            "io.retrace.requests",
            "io.retrace.obligations",
            "io.retrace.evidence",
            "io.retrace.audit",
            "io.retrace.agents",
            "io.retrace.partners",
            "io.retrace.sandbox"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Properties|World.*|AgentSecurity)"))
@ComponentScan(
        basePackages = "io.retrace.access",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(IntakeConfiguration|FileFolder|FileRows|FileShelf|ShelvedFiles|CompanyIntake"
                                + "|FileController)"))
@ComponentScan(
        basePackages = "io.retrace.delivery",
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.(OutsideCalls|WebhookClientConfiguration)"))
@ComponentScan(
        basePackages = {"io.retrace.shared", "io.retrace.identity", "io.retrace.ledger"},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(QueueConfiguration|SecretBox|Problems|SignedInUser|JdbcSubjects|Tombstones|Accounts"
                                        + "|KeycloakClients|JdbcFeedGate|Journal|JournalCheck|Erasing(Desk|Life|Orders|Rows|Run|Steps|Tasks|Turns)|OwnAccount|PlatformAccounts"
                                        + "|LeavingAccounts|ErasePhotos|ErasedPhotos|ThumbnailFolder|LedgerConfiguration"
                                        + "|PortalMark|SandboxPeople|SandboxFeed|PhotoRows|DisclosureRows|BatchRows|MediaStore)"))
class WorldConfiguration {

    @Bean
    TestClock clock() {
        return new TestClock(Instant.parse("2026-11-03T09:00:00Z"));
    }

    @Bean
    SettableClock queueClock(Clock clock) {
        var queueClock = new SettableClock();
        queueClock.set(clock.instant());
        return queueClock;
    }

    @Bean
    @Primary
    com.github.kagkarlsson.scheduler.Clock primaryQueueClock(Clock clock) {
        return clock::instant;
    }

    @Bean
    ManualScheduler manualScheduler(
            DataSource dataSource, List<Task<?>> tasks, Serializer serializer, SettableClock queueClock) {
        var oneTime =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        var builder = TestHelper.createManualScheduler(new TransactionAwareDataSourceProxy(dataSource), oneTime)
                .clock(queueClock);
        builder.serializer(serializer);
        return builder.build();
    }

    /** No mail is sent from here. */
    @Bean
    Postbox postbox() {
        return mock(Postbox.class);
    }

    @Bean
    World world() {
        return new World();
    }
}
