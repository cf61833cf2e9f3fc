package io.retrace.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are typed, cut off and made up: what makes no sense counts as not asked. */
class AskedTest {

    @Test
    void a_day_is_read() {
        assertThat(day("2026-11-24")).hasToString("Optional[2026-11-24]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "2026-02-30", "+999999999-12-31", "-99999-01-01", "0000-01-01", "9999-12-31", "2026-1-1"
            })
    void what_is_no_day_of_a_calendar_is_not_asked(String text) {
        assertThat((Object) day(text)).hasToString("Optional.empty");
    }

    private static Object day(String text) {
        return new Asked(Map.of("day", text)).day("day");
    }
}
