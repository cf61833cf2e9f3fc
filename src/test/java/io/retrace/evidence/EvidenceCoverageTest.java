package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.EmailAddress;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every event of every module can be written as evidence (T4). That each command publishes exactly one is what
 * {@code EveryCommandModuleTest} shows, and the feed’s own tests.
 */
class EvidenceCoverageTest {

    private static final Set<Class<?>> SCALARS = Set.of(
            String.class,
            Boolean.class,
            boolean.class,
            Integer.class,
            int.class,
            Short.class,
            short.class,
            Long.class,
            long.class,
            UUID.class,
            Instant.class,
            LocalDate.class,
            Duration.class,
            URI.class,
            byte[].class);

    private static final List<Class<?>> EVENTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.retrace").stream()
                    .filter(type -> type.isAssignableTo(DomainEvent.class) && !type.isInterface())
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void the_walk_finds_the_events_of_the_modules() {
        assertThat(EVENTS).extracting(Class::getSimpleName).contains("RequestReceived", "ObligationAnswered");
    }

    @Test
    void every_event_is_a_record_of_what_the_log_can_write() {
        assertThat(EVENTS.stream().flatMap(EvidenceCoverageTest::unwritable)).isEmpty();
    }

    @Test
    void every_event_has_a_name_of_its_own_in_the_log() {
        assertThat(EVENTS.stream().map(event -> EventType.of(event.asSubclass(DomainEvent.class))))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"));
    }

    @Test
    void an_event_that_the_log_cannot_write_would_be_found() {
        record Odd(Object what, List<Double> amounts, EmailAddress address, Instant occurredAt)
                implements DomainEvent {}
        assertThat(unwritable(Odd.class)).hasSize(3);
        class Mutable {}
        assertThat(unwritable(Mutable.class)).containsExactly("Mutable is no record");
        assertThat(unwritable(SomethingHappened.class)).isEmpty();
    }

    private static Stream<String> unwritable(Class<?> event) {
        if (!event.isRecord()) return Stream.of(event.getSimpleName() + " is no record");
        return Stream.of(event.getRecordComponents())
                .filter(component -> !writable(component.getGenericType()))
                .map(component -> event.getSimpleName() + "." + component.getName() + " has no rule in EventBody");
    }

    /** The static side of {@link EventBody}: what it has a rule for, looked up by declared type. */
    private static boolean writable(Type type) {
        return switch (type) {
            case Class<?> c when SCALARS.contains(c) || c.isEnum() -> true;
            case Class<?> c when c == EmailAddress.class -> false;
            case Class<?> c
            when c.isRecord() ->
                Stream.of(c.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .allMatch(EvidenceCoverageTest::writable);
            case Class<?> c
            when c.isSealed() -> Stream.of(c.getPermittedSubclasses()).allMatch(EvidenceCoverageTest::writable);
            case ParameterizedType p
            when p.getRawType() instanceof Class<?> raw && isContainer(raw) ->
                Stream.of(p.getActualTypeArguments()).allMatch(EvidenceCoverageTest::writable);
            default -> false;
        };
    }

    private static boolean isContainer(Class<?> raw) {
        return Collection.class.isAssignableFrom(raw) || raw == Map.class || raw == Optional.class;
    }

    @Test
    void every_event_is_said_in_words_to_an_auditor() {
        var texts = ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);
        assertThat(EVENTS.stream().map(event -> "audit.type." + EventType.of(event.asSubclass(DomainEvent.class))))
                .allMatch(texts::containsKey);
    }

    @Test
    void a_name_that_old_logs_know_is_never_lost() {
        // a reader of an old log must still know the word: adding one is fine, losing one is a decision (ADR 0005)
        assertThat(EVENTS.stream()
                        .map(event -> EventType.of(event.asSubclass(DomainEvent.class)))
                        .collect(Collectors.toSet()))
                .contains(
                        "request-received",
                        "request-merged",
                        "request-withdrawn",
                        "request-released",
                        "request-settled")
                .contains("obligation-asked", "obligation-acknowledged", "obligation-answered", "obligation-silent");
    }
}
