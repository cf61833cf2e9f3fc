package io.retrace.access;

import io.retrace.access.PackageRows.Order;
import io.retrace.identity.SubjectId;
import io.retrace.identity.Subjects;
import io.retrace.requests.RequestId;
import io.retrace.shared.TimeOrderedId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a measurement make packages the way the queue does. */
public record PackageDoor(ApplicationContext portal, SubjectId subject, RequestId request) {

    /** The module, and accounts in memory instead of Keycloak’s. */
    @ComponentScan(
            basePackages = "io.retrace.access",
            excludeFilters =
                    @Filter(type = FilterType.REGEX, pattern = ".*((Test|IT|Properties|World.*)|access\\.web\\..*)"))
    public static final class Parts {

        private final ApplicationContext portal;

        Parts(ApplicationContext portal) {
            this.portal = portal;
        }

        /** Somebody who speaks English and asked for a copy. */
        public PackageDoor door(UUID person) {
            return of(portal, person);
        }

        @Bean
        @Primary
        Subjects people(JdbcClient jdbc) {
            return new People(jdbc);
        }
    }

    private static PackageDoor of(ApplicationContext portal, UUID person) {
        var subject = new SubjectId(person);
        portal.getBean(People.class).joins(subject, Locale.ENGLISH);
        var request = new RequestId(TimeOrderedId.at(portal.getBean(Clock.class).instant()));
        portal.getBean(JdbcClient.class)
                .sql("""
                        insert into request (id, version, reference, subject_id, kind, status, scope, photos, companies,
                            received_at, undo_until, deadline_due, deadline_rule, deadline_article, deadline_start,
                            deadline_computed, released_at)
                        values (?, 0, 'R-0000-0000', ?, 'ACCESS', 'UNDERWAY', 'all', 1, 1, now(), now(), current_date + 30,
                            'gdpr-one-month', 'GDPR Art. 12(3)', current_date, current_date + 30, now())""")
                .params(request.value(), person)
                .update();
        return new PackageDoor(portal, subject, request);
    }

    public UUID order() {
        var now = portal.getBean(Clock.class).instant();
        var id = new PackageId(TimeOrderedId.at(now));
        portal.getBean(PackageRows.class).order(new Order(id, subject, request, null), now);
        return id.value();
    }

    public void make(UUID id) throws IOException {
        portal.getBean(Packer.class).make(new PackageId(id));
    }

    /** The opened package as a file; how long it is. */
    public long open(UUID id, Path zip) throws IOException {
        var packageId = new PackageId(id);
        var kept = portal.getBean(PackageRows.class)
                .kept(packageId, subject, portal.getBean(Clock.class).instant())
                .orElseThrow();
        try (var out = new BufferedOutputStream(Files.newOutputStream(zip))) {
            portal.getBean(PackageReader.class).of(packageId, kept).copy(0, kept.bytes(), out);
        }
        return kept.bytes();
    }

    public void forget(UUID id) throws IOException {
        portal.getBean(PackageStore.class).destroy(new PackageId(id));
    }
}
