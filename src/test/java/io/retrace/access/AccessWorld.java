package io.retrace.access;

import static org.mockito.Mockito.mock;

import io.retrace.RetraceApplication;
import io.retrace.identity.SubjectId;
import io.retrace.shared.mail.Postbox;
import io.retrace.testing.MovableClock;
import io.retrace.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real modules under a package, on a real PostgreSQL and a real folder; time and queue are moved by hand. */
final class AccessWorld {

    private static final class Shared {
        static final ConfigurableApplicationContext CONTEXT = start();
    }

    static AccessWorld shared() {
        return new AccessWorld();
    }

    <T> T bean(Class<T> type) {
        return Shared.CONTEXT.getBean(type);
    }

    JdbcClient db() {
        return JdbcClient.create(bean(DataSource.class));
    }

    DataSource dataSource() {
        return bean(DataSource.class);
    }

    MyPackages packages() {
        return bean(MyPackages.class);
    }

    Instant now() {
        return bean(MovableClock.class).instant();
    }

    void forward(Duration time) {
        bean(MovableClock.class).advance(time);
        runDue();
    }

    void publish(Object event) {
        new TransactionTemplate(bean(PlatformTransactionManager.class))
                .executeWithoutResult(_ -> Shared.CONTEXT.publishEvent(event));
    }

    Member member(Locale language) {
        return Member.join(this, language);
    }

    /** Runs what is due for packages, each as the queue would: the handler, then the row is gone. */
    void runDue() {
        for (var row : due()) {
            try {
                if (row.task().equals("make-package")) bean(Packer.class).make(row.id());
                else {
                    bean(PackageLife.class).expire(row.id());
                    bean(PackageStore.class).destroy(row.id());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            db().sql("delete from scheduled_tasks where task_name = ? and task_instance = ?")
                    .params(row.task(), row.id().toString())
                    .update();
        }
    }

    record Due(String task, PackageId id) {}

    List<Due> due() {
        return db().sql(
                        "select task_name, task_instance from scheduled_tasks"
                                + " where task_name in ('make-package', 'expire-package') and execution_time <= ? order by execution_time")
                .param(Timestamp.from(now()))
                .query((row, _) -> new Due(row.getString(1), new PackageId(UUID.fromString(row.getString(2)))))
                .list();
    }

    /** The ZIP as a download would give it. */
    byte[] download(Member member, PackageId id) {
        return member.proved(() -> {
            var open = packages().download(id, PackageDownload.Device.COMPUTER, null);
            var out = new ByteArrayOutputStream();
            try {
                open.reader().copy(0, open.file().bytes(), out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    /** The newest package of a request. */
    AccessPackage newest(Member member, io.retrace.requests.RequestId request) {
        return member.signedIn(() -> packages().of(request)).getFirst();
    }

    /** The controller with the real services behind it. */
    Object packageController() {
        return Shared.CONTEXT.getBean("packageController");
    }

    Path folder() {
        return Path.of(Shared.CONTEXT.getEnvironment().getRequiredProperty("retrace.packages.folder"));
    }

    Path thumbnails() {
        return Path.of(Shared.CONTEXT.getEnvironment().getRequiredProperty("retrace.ledger.thumbnails"));
    }

    SubjectId subject(String ref) {
        return new SubjectId(db().sql("select id from subject where member_ref = ?")
                .param(ref)
                .query(UUID.class)
                .single());
    }

    private static ConfigurableApplicationContext start() {
        var properties = new HashMap<String, Object>();
        TestDatabase.register((name, value) -> properties.put(name, String.valueOf(value.get())));
        properties.put("retrace.keycloak.portal-secret", "x");
        properties.put("retrace.keycloak.admin-secret", "x");
        properties.put("retrace.packages.folder", folder("packages"));
        properties.put("retrace.ledger.thumbnails", folder("thumbnails"));
        properties.put("retrace.access.files", folder("company-files"));
        properties.put("retrace.journal", folder("journal") + "/erasures");
        return new SpringApplicationBuilder(Configuration.class)
                .web(WebApplicationType.NONE)
                .run(properties.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
    }

    private static String folder(String name) {
        try {
            return Files.createTempDirectory(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No {@code @Configuration}, so that nobody else’s component scan finds it. */
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
                "io.retrace.partners",
                "io.retrace.access",
                "io.retrace.ledger"
            },
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*((Test|IT|Properties|World.*)|ledger\\.web\\..*|obligations\\.web\\..*|partners\\.web\\..*|evidence\\.web\\..*|LedgerModule.*|LedgerFixture.*)"))
    @ComponentScan(
            basePackages = {
                "io.retrace.shared",
                "io.retrace.identity",
                "io.retrace.evidence",
                "io.retrace.notifications"
            },
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern =
                                    ".*\\.(QueueConfiguration|SecretBox|SignedInUser|MailHistory|Journal|LeafWriter)"))
    static class Configuration {

        @Bean
        @Primary
        MovableClock clock() {
            return new MovableClock();
        }

        /** No mail is sent from here. */
        @Bean
        Postbox postbox() {
            return mock(Postbox.class);
        }

        @Bean
        People people(JdbcClient jdbc) {
            return new People(jdbc);
        }
    }
}
