package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What companies may not say of those to whom they passed items on. */
class OnwardBordersModuleTest extends OnwardFixture {

    @Test
    @UseCase({"UC-026/5", "UC-026/9"})
    void what_is_foreign_is_not_found() {
        assertThatThrownBy(() -> report(beacon, id, named("Harbour Data"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> report(lumen, new ObligationId(UUID.randomUUID()), named("Harbour Data")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> world.as(beacon, () -> desk().named(id))).isInstanceOf(NotFound.class);
    }

    @ParameterizedTest
    @UseCase("UC-026/9")
    @ValueSource(strings = {"", "   ", "a\u0000b", "two\nlines", "\u202Eevil", "\u2067x", "\uD800"})
    void names_that_are_not_text_are_refused(String name) {
        assertThatThrownBy(() -> report(named(name)))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("recipient"));
    }

    @Test
    @UseCase("UC-026/9")
    void other_fields_are_checked_by_name() {
        refused("recipient", named("x".repeat(201)));
        for (var domain :
                List.of("nodot", "UPPER.example", "a b.example", "x..example", "-a.example", "http://a.example"))
            refused("domain", new OnwardForm("X", domain, null, null, null, null, null));
        refused("purpose", new OnwardForm("X", null, "y".repeat(201), null, null, null, null));
        refused("told_on", told("X", today().plusDays(2), null, null));
        refused("told_on", told("X", LocalDate.of(1999, 1, 1), null, null));
        refused("answered_on", told("X", null, today(), null));
        refused("answered_on", told("X", today(), yesterday(), null));
        refused("answered_on", told("X", today(), null, Outcome.ERASED));
        assertThat(count("onward_obligation")).isZero();
        report(named("<img src=x onerror=alert(1)>"));
        assertThat(child().recipient()).isEqualTo("<img src=x onerror=alert(1)>");
    }

    @Test
    @UseCase("UC-026/1")
    void a_hundred_recipients_and_no_more() {
        for (int i = 0; i < 100; i++) report(named("Recipient " + i));
        refused("recipient", named("One more"));
        assertThat(report(told("Recipient 7", yesterday(), null, null)).replayed())
                .isFalse();
        assertThat(world.as(lumen, () -> desk().named(id))).hasSize(100);
    }

    @Test
    @UseCase("UC-026/1")
    void whoever_had_nothing_passed_nothing_on_and_a_copy_has_no_recipients() {
        world.answer(lumen, request, Forms.neverHeld("answer-0001", null));
        assertThatThrownBy(() -> report(named("Harbour Data")))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("error.onward.had-nothing"));
        var copy = world.askedForCopy(ada);
        assertThatThrownBy(() -> report(lumen, world.obligation(copy.id(), lumen), named("Harbour Data")))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("error.onward.copy-asked"));
    }

    @Test
    @UseCase("UC-026/2")
    void a_company_that_signs_signs_reports_too() {
        var key = new CompanyKey();
        key.register(world, lumen);
        var body = "{\"recipient\":\"Harbour Data\"}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> world.as(lumen, () -> desk().receive(id, body, SignatureHeaders.NONE)))
                .isInstanceOf(RuleViolation.class);
        assertThat(count("onward_obligation")).isZero();
    }

    @Test
    @UseCase("UC-026/2")
    void over_the_wire_it_is_read_strictly() {
        for (var body :
                List.of("", "[]", "{}", "{\"recipient\":\"A\",\"x\":1}", "{\"recipient\":\"A\",\"outcome\":\"gone\"}"))
            assertThatThrownBy(() -> receive(body)).as(body).isInstanceOf(RuleViolation.class);
        assertThat(receive("{\"recipient\":\"A\",\"told_on\":\"" + yesterday() + "\"}")
                        .named()
                        .word())
                .isEqualTo(CompanyWord.ASKED);
    }
}
