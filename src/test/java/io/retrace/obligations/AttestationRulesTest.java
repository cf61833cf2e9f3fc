package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One complete answer, then one test per way to be wrong: what is refused, and which field is named. */
@UseCase("UC-005/5")
class AttestationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 10);
    private static final LocalDate DISCLOSED = LocalDate.of(2018, 6, 1);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ITEM = "11111111-1111-4111-8111-111111111111";

    private static final String ERASED = """
            {"answer_id": "answer-0001",
             "subjects": {"photos": "erased", "face_templates": "erased", "derived_data": "never_held", "models": "erased"},
             "method": "erase", "live_erased_on": "2026-11-09", "backups_until": "2026-12-14",
             "onward": [{"name": "Argus Analytics", "told_on": "2026-11-08", "answered_on": "2026-11-09"}],
             "declarant": {"name": "Dana Ortiz", "title": "Data Protection Lead", "perjury": true}}
            """;
    private static final String KEPT = """
            {"answer_id": "answer-0001",
             "subjects": {"photos": "kept", "face_templates": "never_held", "derived_data": "never_held", "models": "infeasible"},
             "kept": {"duty": "Directive (EU) 2015/849 Art. 40", "until": "2029-06-30"},
             "infeasible": {"reason": "The model cannot be separated.", "officer": "Ana Silva, CTO"},
             "declarant": {"name": "Dana Ortiz", "title": "Data Protection Lead"}}
            """;
    private static final String NOTHING = """
            {"answer_id": "answer-0001",
             "subjects": {"photos": "never_held", "face_templates": "never_held", "derived_data": "never_held", "models": "never_held"},
             "declarant": {"name": "Dana Ortiz", "title": "Data Protection Lead"}}
            """;

    private final AnswerCodec codec = new AnswerCodec();
    private final AttestationRules rules = new AttestationRules(4, DISCLOSED, TODAY);

    @ParameterizedTest
    @MethodSource
    void a_complete_answer_passes(String answer) {
        assertThatCode(() -> rules.check(codec.read(bytes(answer)))).doesNotThrowAnyException();
    }

    static Stream<String> a_complete_answer_passes() {
        return Stream.of(
                ERASED,
                KEPT,
                NOTHING,
                with(ERASED, "backups_until", null),
                with(ERASED, "exceptions", exceptions("never_held", 3)),
                with(ERASED, "amends", "\"We found further copies.\""),
                with(ERASED, "live_erased_on", "\"2026-11-11\"")); // a company far in the east is a day ahead
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void a_wrong_answer_is_refused_by_the_name_of_its_field(String field, String key, String answer) {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> rules.check(codec.read(bytes(answer))));
        assertThat(refusal).isNotNull();
        assertThat(refusal.key()).isEqualTo("error." + key);
        assertThat(String.valueOf(refusal.field())).isEqualTo(field);
    }

    static Stream<Arguments> a_wrong_answer_is_refused_by_the_name_of_its_field() {
        return Stream.of(
                wrong("answer_id", "answer.missing", with(ERASED, "answer_id", null)),
                wrong("answer_id", "answer.id", with(ERASED, "answer_id", "\"short\"")),
                wrong("answer_id", "answer.id", with(ERASED, "answer_id", "\"" + "x".repeat(65) + "\"")),
                wrong("answer_id", "answer.id", with(ERASED, "answer_id", "\"answer_0001\"")),
                wrong("subjects", "answer.missing", with(ERASED, "subjects", null)),
                wrong("subjects.models", "answer.missing", without(ERASED, "subjects", "models")),
                wrong("subjects.face_templates", "answer.missing", without(ERASED, "subjects", "face_templates")),
                wrong("subjects.photos", "answer.wrong-kind", inside(ERASED, "subjects", "photos", "\"deleted\"")),
                wrong("subjects.photos", "answer.wrong-kind", inside(ERASED, "subjects", "photos", "0")),
                wrong("method", "answer.missing", with(ERASED, "method", null)),
                wrong("method", "answer.wrong-kind", with(ERASED, "method", "\"delete\"")),
                wrong("method", "answer.nothing-erased", with(NOTHING, "method", "\"erase\"")),
                wrong("live_erased_on", "answer.missing", with(ERASED, "live_erased_on", null)),
                wrong("live_erased_on", "answer.wrong-kind", with(ERASED, "live_erased_on", "\"yesterday\"")),
                wrong("live_erased_on", "answer.wrong-kind", with(ERASED, "live_erased_on", "\"2026-02-30\"")),
                wrong("live_erased_on", "answer.future", with(ERASED, "live_erased_on", "\"2026-11-12\"")),
                wrong("live_erased_on", "answer.before-disclosure", with(ERASED, "live_erased_on", "\"0001-01-01\"")),
                wrong("live_erased_on", "answer.nothing-erased", with(NOTHING, "live_erased_on", "\"2026-11-09\"")),
                wrong("backups_until", "answer.past", with(ERASED, "backups_until", "\"2026-11-08\"")),
                wrong("backups_until", "answer.too-far", with(ERASED, "backups_until", "\"9999-12-31\"")),
                wrong("backups_until", "answer.nothing-erased", with(NOTHING, "backups_until", "\"2026-12-14\"")),
                wrong("kept", "answer.missing", with(KEPT, "kept", null)),
                wrong(
                        "kept",
                        "answer.nothing-kept",
                        with(ERASED, "kept", "{\"duty\": \"law\", \"until\": \"2029-01-01\"}")),
                wrong("kept.duty", "answer.missing", without(KEPT, "kept", "duty")),
                wrong("kept.duty", "answer.missing", inside(KEPT, "kept", "duty", "\"  \"")),
                wrong("kept.duty", "answer.too-long", inside(KEPT, "kept", "duty", "\"" + "x".repeat(501) + "\"")),
                wrong("kept.duty", "text-control", inside(KEPT, "kept", "duty", "\"law\\u0000\"")),
                wrong("kept.duty", "text-control", inside(KEPT, "kept", "duty", "\"law\\u202e\"")),
                wrong("kept.duty", "text-control", KEPT.replace("Art. 40", "\\ud800")),
                wrong("kept.until", "answer.missing", without(KEPT, "kept", "until")),
                wrong("kept.until", "answer.past", inside(KEPT, "kept", "until", "\"2026-11-08\"")),
                wrong("infeasible", "answer.missing", with(KEPT, "infeasible", null)),
                wrong(
                        "infeasible",
                        "answer.nothing-infeasible",
                        with(ERASED, "infeasible", "{\"reason\": \"r\", \"officer\": \"o\"}")),
                wrong("infeasible.officer", "answer.missing", without(KEPT, "infeasible", "officer")),
                wrong(
                        "infeasible.reason",
                        "answer.too-long",
                        inside(KEPT, "infeasible", "reason", "\"" + "x".repeat(2001) + "\"")),
                wrong(
                        "exceptions[0].outcome",
                        "answer.no-exception",
                        with(ERASED, "exceptions", exceptions("erased", 1))),
                wrong("exceptions[0].item", "answer.missing", with(ERASED, "exceptions", "[{\"outcome\": \"kept\"}]")),
                wrong(
                        "exceptions[0].item",
                        "answer.wrong-kind",
                        with(ERASED, "exceptions", "[{\"item\": \"i-90c1\", \"outcome\": \"kept\"}]")),
                wrong("exceptions[0]", "answer.missing", with(ERASED, "exceptions", "[null]")),
                wrong(
                        "exceptions[1].item",
                        "answer.item-twice",
                        with(ERASED, "exceptions", "[" + exception() + "," + exception() + "]")),
                wrong("exceptions", "answer.all-excepted", with(ERASED, "exceptions", exceptions("never_held", 4))),
                wrong("exceptions", "answer.too-many", with(ERASED, "exceptions", exceptions("never_held", 10_001))),
                wrong("onward", "answer.nothing-held", with(NOTHING, "onward", "[{\"name\": \"Argus\"}]")),
                wrong("onward[0].name", "answer.missing", with(ERASED, "onward", "[{\"told_on\": \"2026-11-08\"}]")),
                wrong(
                        "onward[0].told_on",
                        "answer.future",
                        with(ERASED, "onward", "[{\"name\": \"A\", \"told_on\": \"2026-12-01\"}]")),
                wrong(
                        "onward[0].answered_on",
                        "answer.answered-before-told",
                        with(
                                ERASED,
                                "onward",
                                "[{\"name\": \"A\", \"told_on\": \"2026-11-08\", \"answered_on\": \"2026-11-07\"}]")),
                wrong(
                        "onward[0].answered_on",
                        "answer.answered-before-told",
                        with(ERASED, "onward", "[{\"name\": \"A\", \"answered_on\": \"2026-11-07\"}]")),
                wrong("onward", "answer.too-many", with(ERASED, "onward", many("{\"name\": \"A\"}", 101))),
                wrong("declarant", "answer.missing", with(ERASED, "declarant", null)),
                wrong("declarant.name", "answer.missing", inside(ERASED, "declarant", "name", "\"\"")),
                wrong(
                        "declarant.name",
                        "answer.too-long",
                        inside(ERASED, "declarant", "name", "\"" + "x".repeat(121) + "\"")),
                wrong("declarant.title", "answer.missing", without(ERASED, "declarant", "title")),
                wrong("declarant.perjury", "answer.wrong-kind", inside(ERASED, "declarant", "perjury", "\"yes\"")),
                wrong("amends", "answer.missing", with(ERASED, "amends", "\" \"")),
                wrong("amends", "answer.too-long", with(ERASED, "amends", "\"" + "x".repeat(501) + "\"")),
                wrong("note", "answer.unknown-field", with(ERASED, "note", "\"hello\"")),
                wrong("subjects.voices", "answer.unknown-field", inside(ERASED, "subjects", "voices", "\"erased\"")),
                wrong("null", "answer.not-json", ""),
                wrong("null", "answer.not-json", "null"),
                wrong("null", "answer.not-json", "{"),
                wrong("null", "answer.not-json", ERASED + "{}"),
                wrong("null", "answer.not-json", "{\"answer_id\": \"a\", \"answer_id\": \"b\"}"),
                wrong("null", "answer.not-json", "[]"),
                wrong("null", "answer.not-json", "\"text\""));
    }

    @Test
    void bytes_that_are_no_utf8_are_no_json() {
        var bytes = bytes(ERASED);
        bytes[bytes.length - 80] = (byte) 0xff;
        var refusal = catchThrowableOfType(RuleViolation.class, () -> codec.read(bytes));
        assertThat(refusal.key()).isEqualTo("error.answer.not-json");
    }

    @Test
    void deep_nesting_is_refused_and_not_a_fault() {
        var refusal = catchThrowableOfType(RuleViolation.class, () -> codec.read(bytes("[".repeat(100_000))));
        assertThat(refusal.key()).startsWith("error.answer.");
    }

    @Test
    void the_same_answer_always_reads_the_same() {
        var once = codec.canonical(codec.read(bytes(ERASED)));
        var reordered = JSON.writeValueAsString(JSON.readTree(once));
        assertThat(codec.canonical(codec.read(bytes(reordered)))).isEqualTo(once);
        assertThat(codec.canonical(codec.stored(once))).isEqualTo(once);
        assertThat(once).startsWith("{\"answer_id\":\"answer-0001\",\"backups_until\":\"2026-12-14\"");
    }

    private static Arguments wrong(String field, String key, String answer) {
        return Arguments.of(field, key, answer);
    }

    private static String with(String answer, String field, @Nullable String value) {
        var json = (ObjectNode) JSON.readTree(answer);
        if (value == null) json.remove(field);
        else json.set(field, JSON.readTree(value));
        return JSON.writeValueAsString(json);
    }

    private static String inside(String answer, String object, String field, String value) {
        var json = (ObjectNode) JSON.readTree(answer);
        ((ObjectNode) json.get(object)).set(field, JSON.readTree(value));
        return JSON.writeValueAsString(json);
    }

    private static String without(String answer, String object, String field) {
        var json = (ObjectNode) JSON.readTree(answer);
        ((ObjectNode) (JsonNode) json.get(object)).remove(field);
        return JSON.writeValueAsString(json);
    }

    private static String exception() {
        return "{\"item\": \"" + ITEM + "\", \"outcome\": \"never_held\"}";
    }

    private static String exceptions(String outcome, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"item\": \"" + new UUID(1, i) + "\", \"outcome\": \"" + outcome + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String many(String value, int count) {
        return IntStream.range(0, count).mapToObj(i -> value).collect(Collectors.joining(",", "[", "]"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
