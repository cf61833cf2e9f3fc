package io.retrace.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

class SecretBoxTest {

    private static final byte[] SECRET = "whsec".getBytes(StandardCharsets.UTF_8);

    private final SecretBox box = new SecretBox(key(1));

    @Test
    void opens_what_it_sealed_for_the_same_context() {
        assertThat(box.open(box.seal(SECRET, "webhook:7"), "webhook:7")).isEqualTo(SECRET);
        assertThat(box.open(box.seal(new byte[0], "empty"), "empty")).isEmpty();
    }

    @Test
    void seals_the_same_secret_differently_each_time() {
        assertThat(box.seal(SECRET, "a")).isNotEqualTo(box.seal(SECRET, "a"));
    }

    @Test
    void refuses_another_context() {
        var sealed = box.seal(SECRET, "webhook:7");
        assertThatThrownBy(() -> box.open(sealed, "webhook:8")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_another_key() {
        var sealed = box.seal(SECRET, "a");
        assertThatThrownBy(() -> new SecretBox(key(2)).open(sealed, "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_any_flipped_bit_and_any_cut() {
        var sealed = box.seal(SECRET, "a");
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var altered = sealed.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> box.open(altered, "a")).isInstanceOf(IllegalArgumentException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            var cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> box.open(cut, "a")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "not base64!", "c2hvcnQ="})
    void refuses_an_unusable_key_without_showing_it(String key) {
        assertThatThrownBy(() -> new SecretBox(key))
                .isInstanceOf(SecretBox.UnusableKey.class)
                .hasMessageStartingWith("retrace.secret-key ")
                .message()
                .satisfies(message ->
                        assertThat(key.isBlank() || !message.contains(key)).isTrue());
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void start_up_without_a_key_ends_with_a_sentence_and_its_cure(CapturedOutput output) {
        var application = new SpringApplication(OnlyTheBox.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> application.run("--retrace.secret-key=")).isInstanceOf(RuntimeException.class);
        assertThat(output)
                .contains("Keys at rest cannot be encrypted: retrace.secret-key is not set.")
                .contains("openssl rand -base64 32");
    }

    private static String key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }

    @Configuration
    @Import(SecretBox.class)
    static class OnlyTheBox {}
}
