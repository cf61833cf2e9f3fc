package io.retrace.ui.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.Attestation;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.AttestationForm.Infeasible;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Method;
import io.retrace.obligations.AttestationForm.OnwardRecipient;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.ItemRef;
import io.retrace.testing.UseCase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswerDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID ITEM = UUID.fromString("5f0c4cf2-9a46-4a5b-8b55-3d7c6a1f0001");

    @Test
    void nothing_is_chosen_beforehand_and_everything_missing_is_named_at_once() {
        var draft = AnswerDraft.fresh();

        assertThat(draft.said()).isEmpty();
        assertThat(AnswerProblems.of(draft, 4, false, TODAY))
                .containsOnlyKeys(
                        "subjects.photos",
                        "subjects.face_templates",
                        "subjects.derived_data",
                        "subjects.models",
                        "declarant.name",
                        "declarant.title");
    }

    @Test
    void an_answer_raises_only_its_own_questions() {
        var erased = all(Outcome.ERASED);
        var never = all(Outcome.NEVER_HELD);

        assertThat(AnswerProblems.of(erased, 4, false, TODAY).keySet())
                .contains("method", "live_erased_on", "onward")
                .doesNotContain("kept.duty", "infeasible.reason");
        assertThat(AnswerProblems.of(never, 4, false, TODAY)).containsOnlyKeys("declarant.name", "declarant.title");
        assertThat(AnswerProblems.of(all(Outcome.KEPT), 4, false, TODAY)).containsKeys("kept.duty", "kept.until");
        assertThat(AnswerProblems.of(all(Outcome.INFEASIBLE), 4, false, TODAY))
                .containsKeys("infeasible.reason", "infeasible.officer");
    }

    @Test
    void what_no_question_asks_for_any_more_is_not_sent() {
        var draft = all(Outcome.ERASED)
                .with("kept.duty", "§ 147 AO")
                .with("kept.until", "2030-12-31")
                .with("method", "ERASE")
                .with("live_erased_on", "2026-11-20")
                .with("onward", "no")
                .with("onward[0].row", "yes")
                .with("onward[0].name", "Harbour Data")
                .with("declarant.name", " Bea Brandt ")
                .with("declarant.title", "Counsel");

        var form = Answer.of(draft, false);

        assertThat(AnswerProblems.of(draft, 4, false, TODAY)).isEmpty();
        assertThat(form.kept()).isNull();
        assertThat(form.onward()).isEmpty();
        assertThat(form.amends()).isNull();
        assertThat(form.declarant()).isEqualTo(new Declarant("Bea Brandt", "Counsel", false));
        assertThat(form.answerId()).isEqualTo(draft.answerId());
    }

    @Test
    void an_item_that_differs_from_nothing_is_no_exception() {
        var draft = all(Outcome.ERASED).with(Set.of(ITEM), Optional.of(Outcome.ERASED));

        assertThat(draft.exceptions()).isEmpty();
        assertThat(draft.with("subjects.photos", "KEPT").exceptions()).containsEntry(ITEM, Outcome.ERASED);
        assertThat(draft.with(Set.of(ITEM), Optional.empty()).items()).isEmpty();
    }

    @Test
    void an_answer_with_no_item_left_for_the_answer_for_all_is_refused() {
        var draft = all(Outcome.ERASED).with(Set.of(ITEM), Optional.of(Outcome.KEPT));

        assertThat(AnswerProblems.of(draft, 1, false, TODAY)).containsKey("exceptions");
        assertThat(AnswerProblems.of(draft, 2, false, TODAY)).doesNotContainKey("exceptions");
    }

    @Test
    void removing_a_recipient_moves_those_below_it_up() {
        var draft = AnswerDraft.fresh()
                .withRecipient()
                .with("onward[0].name", "First")
                .withRecipient()
                .with("onward[1].name", "Second")
                .with("onward[1].told_on", "2026-11-01")
                .withRecipient();

        var without = draft.withoutRecipient(0);

        assertThat(without.recipients()).isEqualTo(2);
        assertThat(without.text("onward[0].name")).isEqualTo("Second");
        assertThat(without.text("onward[0].told_on")).isEqualTo("2026-11-01");
        assertThat(without.text("onward[1].name")).isEmpty();
        assertThat(without.text("onward[2].row")).isEmpty();
    }

    @Test
    void days_are_checked_before_anything_is_sent() {
        var draft = all(Outcome.ERASED).with("live_erased_on", "2026-12-24").with("backups_until", "2020-01-01");

        assertThat(AnswerProblems.of(draft, 4, false, TODAY))
                .containsEntry("live_erased_on", "partner.problem.future")
                .containsEntry("backups_until", "partner.problem.past");
        assertThat(AnswerProblems.of(draft.with("live_erased_on", "soon"), 4, false, TODAY))
                .containsKey("live_erased_on");
    }

    @Test
    void amending_starts_from_the_answer_in_force_under_a_new_id_and_asks_why() {
        var form = everything();

        var draft = Answer.amending(new Attestation(1, Instant.EPOCH, CompanyWord.KEPT_SOME, 3, 1, form));

        assertThat(draft.answerId()).isNotEqualTo(form.answerId());
        assertThat(AnswerProblems.of(draft, 4, true, TODAY))
                .containsOnlyKeys("amends", "declarant.name", "declarant.title");
        var again = Answer.of(
                draft.with("amends", "Second look")
                        .with("declarant.name", "Bea Brandt")
                        .with("declarant.title", "Counsel")
                        .with("declarant.perjury", "yes"),
                true);
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("answerId", "amends")
                .isEqualTo(form);
        assertThat(again.amends()).isEqualTo("Second look");
    }

    @Test
    @UseCase("UC-006/4")
    void a_draft_survives_being_kept() {
        var json = JsonMapper.builder().build();
        var draft = all(Outcome.KEPT)
                .with(Set.of(ITEM), Optional.of(Outcome.ERASED))
                .with("kept.duty", "§ 147 AO – ‘ß’");

        assertThat(json.readValue(json.writeValueAsString(draft), AnswerDraft.class))
                .isEqualTo(draft);
    }

    @Test
    void the_largest_draft_of_a_page_fits_what_the_server_keeps() {
        var items =
                Stream.generate(UUID::randomUUID).limit(AnswerDraft.MOST_ITEMS).collect(Collectors.toSet());
        var draft = all(Outcome.ERASED).with(items, Optional.of(Outcome.INFEASIBLE));

        assertThat(JsonMapper.builder().build().writeValueAsBytes(draft)).hasSizeLessThan(58 * 1024);
    }

    private static AnswerDraft all(Outcome outcome) {
        return Arrays.stream(Subject.values())
                .reduce(
                        AnswerDraft.fresh(),
                        (draft, subject) -> draft.with(AnswerField.of(subject), outcome.name()),
                        (one, other) -> other);
    }

    private static AttestationForm everything() {
        return new AttestationForm(
                "first-answer",
                Map.of(
                        Subject.PHOTOS, Outcome.ERASED,
                        Subject.FACE_TEMPLATES, Outcome.NEVER_HELD,
                        Subject.DERIVED_DATA, Outcome.KEPT,
                        Subject.MODELS, Outcome.INFEASIBLE),
                Method.DESTROY,
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2027, 1, 31),
                new Kept("§ 147 AO", LocalDate.of(2030, 12, 31)),
                new Infeasible("The model cannot be retrained", "Dana Ortiz, Head of Research"),
                List.of(new ItemException(new ItemRef(ITEM), Outcome.KEPT)),
                List.of(new OnwardRecipient("Harbour Data", LocalDate.of(2026, 11, 2), null)),
                new Declarant("Bea Brandt", "Counsel", true),
                null);
    }
}
