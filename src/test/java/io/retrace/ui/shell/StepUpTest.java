package io.retrace.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepUpTest {

    @Test
    void asks_for_level_two_and_comes_back() {
        assertThat(StepUp.address("/requests/new?step=check"))
                .isEqualTo("/oauth2/authorization/keycloak?acr=2&return=%2Frequests%2Fnew%3Fstep%3Dcheck");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "requests", "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example",
                "/a\r\nLocation: x", "/\tb", "javascript:alert(1)", "/a#b", "/ü"
            })
    void refuses_what_is_no_path_of_ours(String path) {
        assertThatThrownBy(() -> StepUp.address(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_path_longer_than_any_of_ours() {
        assertThat(StepUp.isLocal("/" + "a".repeat(499))).isTrue();
        assertThat(StepUp.isLocal("/" + "a".repeat(500))).isFalse();
    }
}
