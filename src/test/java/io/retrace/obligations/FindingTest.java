package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 4);

    @Test
    void never_held_anything_is_had_nothing() {
        assertThat(Finding.of(Forms.neverHeld("answer-1", null), 4))
                .isEqualTo(new Finding(CompanyWord.HAD_NOTHING, false, 4, 0));
    }

    @Test
    void everything_erased_is_confirmed_deleted() {
        assertThat(Finding.of(Forms.erased("answer-1", TODAY, null), 4))
                .isEqualTo(new Finding(CompanyWord.CONFIRMED_DELETED, false, 4, 0));
    }

    @Test
    void everything_kept_is_kept_some_and_nothing_touched() {
        assertThat(Finding.of(Forms.kept("answer-1", TODAY, null), 4))
                .isEqualTo(new Finding(CompanyWord.KEPT_SOME, true, 0, 4));
    }

    @Test
    void a_kept_model_is_kept_some_though_every_photo_is_gone() {
        assertThat(Finding.of(Forms.keptModels("answer-1", TODAY, TODAY, null), 4))
                .isEqualTo(new Finding(CompanyWord.KEPT_SOME, false, 4, 0));
    }

    @Test
    void one_kept_item_is_kept_some_and_counts_by_item() {
        var exceptions = List.of(
                new ItemException(new ItemRef(UUID.randomUUID()), Outcome.KEPT),
                new ItemException(new ItemRef(UUID.randomUUID()), Outcome.INFEASIBLE),
                new ItemException(new ItemRef(UUID.randomUUID()), Outcome.NEVER_HELD));
        assertThat(Finding.of(Forms.withExceptions("answer-1", TODAY, TODAY, exceptions), 10))
                .isEqualTo(new Finding(CompanyWord.KEPT_SOME, false, 8, 2));
    }
}
