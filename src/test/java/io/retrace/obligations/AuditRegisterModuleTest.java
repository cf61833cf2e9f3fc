package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.audit.Figures;
import io.retrace.audit.Hold;
import io.retrace.audit.HoldFilter;
import io.retrace.audit.HoldRegister;
import io.retrace.obligations.AttestationForm.Infeasible;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The register of holds and refusals, and figures, over real answers. */
@UseCase({"UC-014/8", "UC-014/9"})
class AuditRegisterModuleTest {

    private final World world = World.shared();
    private final Member ada = world.member();
    private final Company lumen = world.company();

    @Test
    void a_hold_is_listed_with_everything_and_its_state_follows_what_happens() {
        var request = asked();
        var until = world.today().plusDays(40);
        world.answer(lumen, request, Forms.kept("answer-0001", until, null));

        var hold = only();
        assertThat(hold.kind()).isEqualTo(Hold.Kind.KEPT);
        assertThat(hold.said()).isEqualTo("Directive (EU) 2015/849 Art. 40");
        assertThat(hold.officer()).isEqualTo("Dana Ortiz, Data Protection Lead");
        assertThat(hold.request()).isEqualTo(request.reference());
        assertThat(hold.until()).isEqualTo(until);
        assertThat(hold.review()).isEqualTo(until.plusDays(30));
        assertThat(hold.items()).isEqualTo(1);
        assertThat(hold.state()).isEqualTo(Hold.State.RUNS);

        world.forward(Duration.ofDays(42)); // the duty has ended
        assertThat(only().state()).isEqualTo(Hold.State.ASKED_AGAIN);
        world.forward(Duration.ofDays(33)); // and the company does not answer
        assertThat(only().state()).isEqualTo(Hold.State.OVERDUE);

        world.answer(lumen, request, Forms.erased("answer-0002", world.today(), "The duty has ended."));
        assertThat(only().state()).isEqualTo(Hold.State.REPLACED);
    }

    @Test
    void what_is_kept_and_what_is_infeasible_are_two_lines_of_one_answer() {
        var request = asked();
        world.answer(lumen, request, both("Rule 4", "The model cannot be taken apart.", "Ola Berg"));

        assertThat(holds(filter(null, null)))
                .extracting(Hold::kind)
                .containsExactlyInAnyOrder(Hold.Kind.KEPT, Hold.Kind.INFEASIBLE);
        var refusal = holds(filter(Hold.Kind.INFEASIBLE, null)).getFirst();
        assertThat(refusal.said()).isEqualTo("The model cannot be taken apart.");
        assertThat(refusal.officer()).isEqualTo("Ola Berg");
        assertThat(refusal.until()).isNull();
        assertThat(refusal.state()).isEqualTo(Hold.State.NO_END);
        assertThat(holds(filter(Hold.Kind.KEPT, Hold.State.NO_END))).isEmpty();
    }

    @Test
    void what_is_held_back_of_a_copy_is_listed_with_law_and_reason() {
        world.photo(ada, lumen);
        var request = world.askedForCopy(ada);
        var obligation = world.obligation(request.id(), lumen);
        world.as(lumen, () -> world.copies().answer(obligation, CopyFixture.withheld("answer-0001", null)));

        var hold = only();
        assertThat(hold.kind()).isEqualTo(Hold.Kind.WITHHELD);
        assertThat(hold.said()).isEqualTo("Directive (EU) 2015/849 Art. 39(1): Notes of an identity check");
        assertThat(hold.officer()).isEqualTo("Dana Ortiz, Data Protection Lead");
        assertThat(hold.state()).isEqualTo(Hold.State.NO_END);
        assertThat(auditor(() -> register().companies()))
                .anyMatch(one -> one.slug().equals(lumen.slug()));
    }

    @Test
    void pages_of_the_register_give_each_line_once() {
        var request = asked();
        for (int version = 1; version <= 5; version++) {
            var amends = version == 1 ? null : "Version " + version;
            world.answer(
                    lumen,
                    request,
                    Forms.kept("answer-000" + version, world.today().plusYears(1), amends));
        }
        var seen = new ArrayList<Integer>();
        String after = null;
        do {
            var cursor = after;
            var slice = auditor(() -> register().holds(filter(null, null), cursor, 2));
            slice.items().forEach(hold -> seen.add(hold.version()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).containsExactly(5, 4, 3, 2, 1);
        assertThatThrownBy(() -> auditor(() -> register().holds(HoldFilter.ANY, "2026_x_1_KEPT", 2)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void the_file_holds_the_same_lines_and_starts_no_formula() {
        world.answer(lumen, asked(), both("=HYPERLINK(\"http://evil.example\")", " @SUM(A1)", "-1+1, \"Ola\""));
        var file = auditor(() -> {
            var out = new ByteArrayOutputStream();
            register().write(filter(null, null), out);
            return out.toString(StandardCharsets.UTF_8);
        });
        assertThat(file.lines()).hasSize(3).allMatch(line -> line.startsWith("\"") && line.endsWith("\""));
        assertThat(file)
                .contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", "\"' @SUM(A1)\"", "\"'-1+1, \"\"Ola\"\"\"");
        assertThat(file).doesNotContain(",\"=", ",\"-", ",\"@", ",\"+", ",\" @");
    }

    @Test
    void figures_count_what_the_records_say() {
        var year = world.today().getYear();
        var before = received(year);
        var request = asked();
        world.forward(Duration.ofDays(4));
        world.answer(lumen, request, Forms.erased("answer-0001", world.today(), null));
        world.runDue();

        assertThat(received(year)).isEqualTo(before + 1);
        var company = auditor(() -> world.bean(Figures.class).companies()).stream()
                .filter(one -> one.name().equals(lumen.slug()))
                .findFirst()
                .orElseThrow();
        assertThat(company.asked()).isEqualTo(1);
        assertThat(company.answered()).isEqualTo(1);
        assertThat(company.keptSome()).isZero();
        assertThat(company.late()).isZero();
        assertThat(company.medianDays()).isEqualTo(4.0);
    }

    private int received(int year) {
        return auditor(() -> world.bean(Figures.class).years()).stream()
                .filter(one -> one.year() == year)
                .peek(one -> assertThat(one.open() + one.done() + one.partlyDone() + one.notDone() + one.withdrawn())
                        .isEqualTo(one.received()))
                .mapToInt(Figures.Year::received)
                .sum();
    }

    private SubjectRequest asked() {
        world.photo(ada, lumen);
        return world.asked(ada);
    }

    private Hold only() {
        var holds = holds(filter(null, null));
        assertThat(holds).hasSize(1);
        return holds.getFirst();
    }

    private List<Hold> holds(HoldFilter filter) {
        return auditor(() -> register().holds(filter, null, 50)).items();
    }

    private HoldFilter filter(Hold.@Nullable Kind kind, Hold.@Nullable State state) {
        return new HoldFilter(kind, state, lumen.slug());
    }

    private AttestationForm both(String duty, String reason, String officer) {
        var subjects = new EnumMap<>(Forms.all(Outcome.ERASED));
        subjects.put(Subject.FACE_TEMPLATES, Outcome.KEPT);
        subjects.put(Subject.MODELS, Outcome.INFEASIBLE);
        var form = Forms.erased("answer-0001", world.today(), null);
        return new AttestationForm(
                form.answerId(),
                subjects,
                form.method(),
                form.liveErasedOn(),
                null,
                new Kept(duty, world.today().plusYears(1)),
                new Infeasible(reason, officer),
                List.of(),
                List.of(),
                form.declarant(),
                null);
    }

    private HoldRegister register() {
        return world.bean(HoldRegister.class);
    }

    private static <T> T auditor(Supplier<T> action) {
        return SignedIn.auditor("avery", Instant.EPOCH, action);
    }
}
