package io.retrace;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.retrace.shared.DomainEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Async;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The house rules that a machine can check; each name is a sentence of {@code CONTRIBUTING.md}. */
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.retrace");

    @TestFactory
    Stream<DynamicTest> house_rules_hold() {
        return rules().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(MAIN)));
    }

    private static Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        screens(rules);
        persistence(rules);
        guards(rules);
        timeAndEvents(rules);
        return rules;
    }

    private static void screens(Map<String, ArchRule> rules) {
        rules.put(
                "only ui knows Vaadin",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.retrace.ui..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.vaadin.."));
        rules.put(
                "ui never touches persistence",
                noClasses()
                        .that()
                        .resideInAPackage("io.retrace.ui..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                                .or(assignableTo(Repository.class))));
        rules.put(
                "views are package-private",
                noClasses().that().areAnnotatedWith(Route.class).should().bePublic());
        rules.put(
                "every route declares its access",
                classes()
                        .that()
                        .areAnnotatedWith(Route.class)
                        .or()
                        .areAnnotatedWith(Layout.class)
                        .should(beAnnotatedWith(AnonymousAllowed.class)
                                .or(beAnnotatedWith(PermitAll.class))
                                .or(beAnnotatedWith(RolesAllowed.class))));
        rules.put(
                "ui never calls what is for modules only",
                noClasses()
                        .that()
                        .resideInAPackage("io.retrace.ui..")
                        .and()
                        .resideOutsideOfPackage("io.retrace.ui.shell..")
                        .should()
                        .callMethodWhere(JavaCall.Predicates.target(ArchitecturePredicates.forModulesOnly())));
    }

    private static void persistence(Map<String, ArchRule> rules) {
        rules.put(
                "entities are package-private",
                noClasses().that().areAnnotatedWith(Entity.class).should().bePublic());
        rules.put(
                "repositories are package-private",
                noClasses().that().areAssignableTo(Repository.class).should().bePublic());
        rules.put(
                "entities have verbs, no setters",
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveNameMatching("set[A-Z].*"));
        rules.put(
                "no entity association crosses a module",
                fields().that()
                        .areAnnotatedWith(ManyToOne.class)
                        .or()
                        .areAnnotatedWith(OneToOne.class)
                        .should(ArchitecturePredicates.stayInTheirModule())
                        .allowEmptyShould(true));
        rules.put(
                "the ledger and the evidence are no entities",
                noClasses()
                        .that()
                        .resideInAnyPackage("io.retrace.ledger..", "io.retrace.evidence..")
                        .should()
                        .beAnnotatedWith(Entity.class));
        rules.put(
                "transactions start in services only",
                methods()
                        .that()
                        .areAnnotatedWith(Transactional.class)
                        .should()
                        .beDeclaredInClassesThat()
                        .areAnnotatedWith(Service.class)
                        .allowEmptyShould(true));
        rules.put(
                "merkle is pure Java",
                noClasses()
                        .that()
                        .resideInAPackage("io.retrace.evidence.merkle..")
                        .should()
                        .dependOnClassesThat()
                        .resideOutsideOfPackages(
                                "java..",
                                "org.jspecify..",
                                "org.springframework.modulith..",
                                "io.retrace.evidence.merkle.."));
    }

    private static void guards(Map<String, ArchRule> rules) {
        rules.put(
                "every public service method is guarded",
                methods()
                        .that()
                        .arePublic()
                        .and()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Service.class)
                        .should(ArchitecturePredicates.beGuarded()));
        rules.put(
                "the security context is read in identity only",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.retrace.identity..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(SecurityContextHolder.class));
        rules.put(
                "side effects go through the durable queue, never @Async",
                noMethods().should().beAnnotatedWith(Async.class));
        rules.put("nothing is injected into fields", GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
        rules.put(
                "nothing prints to the console, but the demo’s own processes",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.retrace.embedded..")
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
    }

    private static void timeAndEvents(Map<String, ArchRule> rules) {
        rules.put(
                "time comes from the Clock bean",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("io.retrace.embedded..")
                        .should()
                        .callMethodWhere(ArchitecturePredicates.readsTheSystemClock()));
        rules.put(
                "no rows are read as a stream: one that nobody closes keeps its connection for ever",
                noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream"));
        rules.put(
                "events are past-tense records",
                classes()
                        .that()
                        .implement(DomainEvent.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .beRecords()
                        .andShould()
                        .haveNameMatching(".*(ed|Silent|Sent|Withdrawn)$"));
        rules.put(
                "events carry no entities",
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .implement(DomainEvent.class)
                        .should(ArchitecturePredicates.haveAnEntityType()));
    }
}
