package io.retrace.delivery;

import io.retrace.RetraceApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/**
 * Every module that has a part in asking a company, as it is: real clock, real queue, real keys. Only pages, feed and a
 * running Keycloak are left out. No {@code @Configuration}, so that nobody else’s component scan finds it.
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
            "io.retrace.partners",
            "io.retrace.delivery",
            "io.retrace.notifications",
            "io.retrace.shared.mail"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Properties|World.*)"))
@ComponentScan(
        basePackages = "io.retrace.access",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(IntakeConfiguration|FileFolder|FileRows|FileShelf|ShelvedFiles|CompanyIntake"
                                + "|FileController)"))
@ComponentScan(
        basePackages = {"io.retrace.shared", "io.retrace.identity", "io.retrace.ledger"},
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(ClockConfiguration|QueueConfiguration|SecretBox|Problems|SignedInUser|JdbcSubjects|Tombstones"
                                        + "|Accounts|KeycloakClients|JdbcFeedGate|Journal)"))
class WireConfiguration {}
