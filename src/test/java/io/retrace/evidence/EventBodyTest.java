package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.shared.DomainEvent;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBodyTest {

    private static final UUID ID = UUID.fromString("0190b7a4-0000-7000-8000-000000000001");

    @Test
    void members_are_in_canonical_order_and_ids_are_plain() {
        assertThat(body(new Carried(new Wrapped(new Inner(ID)))))
                .isEqualTo("{\"occurredAt\":\"2026-08-17T12:00:00.000001Z\",\"what\":\"" + ID + "\"}");
        assertThat(what(new Pair("member", 7))).isEqualTo("{\"id\":7,\"kind\":\"member\"}");
    }

    @Test
    void every_kind_of_value_has_one_spelling() {
        assertThat(what(null)).isEqualTo("null");
        assertThat(what("a “quote”\n")).isEqualTo("\"a “quote”\\n\"");
        assertThat(what(true)).isEqualTo("true");
        assertThat(what((short) 3)).isEqualTo("3");
        assertThat(what(9_007_199_254_740_991L)).isEqualTo("9007199254740991");
        assertThat(what(DayOfWeek.MONDAY)).isEqualTo("\"MONDAY\"");
        assertThat(what(LocalDate.of(2029, 12, 31))).isEqualTo("\"2029-12-31\"");
        assertThat(what(Duration.ofHours(24))).isEqualTo("\"PT24H\"");
        assertThat(what(URI.create("urn:x:1"))).isEqualTo("\"urn:x:1\"");
        assertThat(what(Sha256.of())).isEqualTo("\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"");
        assertThat(what(Optional.of(1))).isEqualTo("1");
        assertThat(what(Optional.empty())).isEqualTo("null");
        assertThat(what(List.of("b", "a"))).isEqualTo("[\"b\",\"a\"]");
        assertThat(what(Map.of(DayOfWeek.FRIDAY, 2, DayOfWeek.MONDAY, 1))).isEqualTo("{\"FRIDAY\":2,\"MONDAY\":1}");
    }

    @Test
    void a_set_has_one_spelling_whatever_its_order() {
        var one = new LinkedHashSet<>(List.of("b", "a", "c"));
        var other = new LinkedHashSet<>(List.of("c", "b", "a"));
        assertThat(what(one)).isEqualTo(what(other)).isEqualTo("[\"a\",\"b\",\"c\"]");
        assertThat(what(Set.of())).isEqualTo("[]");
    }

    @Test
    void what_has_no_exact_spelling_is_refused() {
        assertThatThrownBy(() -> what(0.1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> what(9_007_199_254_740_992L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> what(Long.MIN_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> what(new Object())).hasMessage("no rule for java.lang.Object in an event");
    }

    @Test
    void an_address_never_gets_into_evidence() {
        assertThatThrownBy(() -> what(new EmailAddress("ada@mail.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_is_a_record() {
        DomainEvent lambda = () -> Instant.EPOCH;
        assertThatThrownBy(() -> EventBody.of(lambda)).hasMessageEndingWith("is an event but no record");
    }

    @ParameterizedTest
    @CsvSource({"SomethingHappened, something-happened"})
    void the_type_is_the_name_in_kebab_case(String name, String type) {
        assertThat(SomethingHappened.class.getSimpleName()).isEqualTo(name);
        assertThat(EventType.of(SomethingHappened.class)).isEqualTo(type);
        record APIKeyRotated2Times(Instant occurredAt) implements DomainEvent {}
        assertThat(EventType.of(APIKeyRotated2Times.class)).isEqualTo("api-key-rotated2-times");
    }

    private static String what(@Nullable Object value) {
        var body = body(new Carried(value));
        return body.substring(body.indexOf("\"what\":") + 7, body.length() - 1);
    }

    private static String body(DomainEvent event) {
        return new String(EventBody.of(event), StandardCharsets.UTF_8);
    }

    private record Carried(@Nullable Object what, Instant occurredAt) implements DomainEvent {
        Carried(@Nullable Object what) {
            this(what, Instant.parse("2026-08-17T12:00:00.000001Z"));
        }
    }

    private record Wrapped(Inner inner) {}

    private record Inner(UUID value) {}

    private record Pair(String kind, int id) {}
}
