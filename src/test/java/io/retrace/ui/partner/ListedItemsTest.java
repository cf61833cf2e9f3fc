package io.retrace.ui.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.ExceptionLists.Held;
import io.retrace.obligations.ExceptionLists.Report;
import io.retrace.shared.Sha256;
import io.retrace.testing.UseCase;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An uploaded list in a draft of the page. */
class ListedItemsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Sha256 DIGEST = Sha256.of(new byte[] {1});
    private static final AnswerDraft ERASED = photos(AnswerDraft.fresh(), Outcome.ERASED);

    @Test
    @UseCase("UC-006/6")
    void a_list_raises_the_questions_of_its_outcomes_and_only_of_those_that_differ() {
        var draft = ListedItems.taken(ERASED, report(Map.of(Outcome.KEPT, 9_000, Outcome.ERASED, 500), 0));
        assertThat(draft.differing()).isEqualTo(9_000);
        assertThat(draft.said()).containsExactlyInAnyOrder(Outcome.ERASED, Outcome.KEPT);
        assertThat(AnswerProblems.of(draft, 10_000, false, TODAY))
                .containsKeys("kept.duty", "kept.until")
                .doesNotContainKey("exceptions");
        assertThat(AnswerProblems.of(draft, 9_000, false, TODAY)).containsKey("exceptions");
        assertThat(photos(draft, Outcome.KEPT).differing()).isEqualTo(500);
    }

    @Test
    @UseCase("UC-006/6")
    void a_list_takes_the_place_of_single_choices_and_of_an_earlier_list() {
        var single = ERASED.with(Set.of(UUID.randomUUID()), Optional.of(Outcome.INFEASIBLE));
        var first = ListedItems.taken(single, report(Map.of(Outcome.KEPT, 3), 2));
        assertThat(first.items()).isEmpty();
        assertThat(ListedItems.of(first)).isEqualTo(new ListedItems(Optional.of(DIGEST), Map.of(Outcome.KEPT, 3), 2));
        var second = ListedItems.taken(first, report(Map.of(Outcome.NEVER_HELD, 1), 0));
        assertThat(ListedItems.of(second))
                .isEqualTo(new ListedItems(Optional.of(DIGEST), Map.of(Outcome.NEVER_HELD, 1), 0));
        assertThat(ListedItems.removed(second)).isEqualTo(ERASED);
    }

    @Test
    @UseCase("UC-006/6")
    void a_file_of_which_nothing_was_taken_is_no_list() {
        var draft = ListedItems.taken(ERASED, report(Map.of(), 5));
        assertThat(draft).isEqualTo(ERASED);
        assertThat(ListedItems.of(draft).digest()).isEmpty();
    }

    @Test
    @UseCase({"UC-006/5", "UC-006/6"})
    void an_answer_with_more_than_a_page_holds_is_amended_with_its_list_again() {
        var draft = new AnswerDraft("again", ListedItems.needed(9_000), Map.of());
        assertThat(AnswerProblems.of(draft, 10_000, true, TODAY))
                .containsEntry("exceptions", "partner.problem.list-again");
        assertThat(AnswerProblems.of(ListedItems.removed(draft), 10_000, true, TODAY))
                .doesNotContainKey("exceptions");
        var brought = ListedItems.taken(draft, report(Map.of(Outcome.KEPT, 9_000), 0));
        assertThat(AnswerProblems.of(brought, 10_000, true, TODAY)).doesNotContainKey("exceptions");
    }

    private static AnswerDraft photos(AnswerDraft draft, Outcome outcome) {
        return draft.with(AnswerField.of(Subject.PHOTOS), outcome.name());
    }

    private static Report report(Map<Outcome, Integer> counts, int refused) {
        var items = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new Report(new Held(DIGEST, items, counts), refused, List.of());
    }
}
