package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.testing.UseCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mapping is total both ways, and none is read as more than it says. */
class DropCodeTest {

    @ParameterizedTest
    @UseCase("UC-020/2")
    @CsvSource({"2,KEPT", "3,ERASED", "4,INFEASIBLE", "5,NEVER_HELD"})
    void each_code_is_one_outcome(String digit, Outcome outcome) {
        assertThat(DropCode.of(digit).orElseThrow().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @UseCase("UC-020/2")
    @EnumSource
    void each_outcome_is_one_code_that_leads_back(Outcome outcome) {
        var code = DropCode.of(outcome);
        assertThat(code.outcome()).isEqualTo(outcome);
        assertThat(DropCode.of(code.digit())).contains(code);
    }

    @ParameterizedTest
    @UseCase("UC-020/2")
    @ValueSource(strings = {"", "0", "1", "6", "03", "3.0", "deleted", "３", "-3"})
    void nothing_else_is_a_code(String digit) {
        assertThat(DropCode.of(digit)).isEmpty();
    }

    @Test
    @UseCase("UC-020/2")
    void only_deleted_erases() {
        for (var code : DropCode.values()) {
            assertThat(code.outcome() == Outcome.ERASED).isEqualTo(code == DropCode.DELETED);
        }
    }
}
