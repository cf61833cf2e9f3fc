package io.retrace.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.partners.SigningKey;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The example of {@code docs/agents/drp.md}, signed by TweetNaCl 1.0.3 ({@code nacl.sign}, libsodium’s combined mode) and again by
 * OpenSSL, which made the same bytes.
 */
class SignedTextTest {

    private static final Instant NOW = Instant.parse("2026-11-03T09:00:00Z");
    private static final AgentId AGENT = new AgentId("CR_AA_DRP_ID_001");
    private static final String PAGE = page();
    private static final String EXAMPLE = find("(?m)^    ([A-Za-z0-9+/]{200,}=*)$");
    private static final SigningKey KEY =
            new SigningKey(Base64.getDecoder().decode(find("verify_key `([A-Za-z0-9+/]{43}=)`")));

    @Test
    @UseCase("UC-025/1")
    void what_others_sign_is_read_here() {
        var message = SignedText.decode(bytes(EXAMPLE)).openedWith(KEY);
        var claims = Claims.read(message).mustBe(AGENT, "RETRACE", NOW);
        assertThat(claims.text("exercise")).isEqualTo("deletion");
        assertThat(claims.text("email")).isEqualTo("ada@member.example");
        assertThat(claims.expires()).isEqualTo("2026-11-03T09:09:00Z");
    }

    @Test
    @UseCase("UC-025/1")
    void any_bit_of_it_counts() {
        var signed = Base64.getDecoder().decode(EXAMPLE);
        for (int i = 0; i < signed.length; i++) {
            var forged = signed.clone();
            forged[i] ^= (byte) (1 << (i % 8));
            refused(Base64.getEncoder().encode(forged), Flaw.BAD_SIGNATURE);
        }
        refused(Base64.getEncoder().encode(new byte[65]), Flaw.BAD_SIGNATURE);
    }

    @Test
    @UseCase("UC-025/1")
    void what_is_no_base64_of_a_signed_message_is_refused_before_anything_else() {
        for (var body : new String[] {"", " ", "{}", "====", "AAAA", "not base64 at all", "ÿþ", "A".repeat(84) + "\0"})
            refused(body.getBytes(StandardCharsets.ISO_8859_1), Flaw.NOT_BASE64);
        refused(Base64.getEncoder().encode(new byte[64]), Flaw.NOT_BASE64);
    }

    @Test
    @UseCase("UC-025/3")
    void a_line_feed_behind_it_makes_no_other_message_of_it() {
        assertThat(SignedText.decode(bytes(EXAMPLE + "\r\n")).digest())
                .isEqualTo(SignedText.decode(bytes(EXAMPLE)).digest());
    }

    private static void refused(byte[] body, Flaw flaw) {
        assertThatThrownBy(() -> SignedText.decode(body).openedWith(KEY))
                .isInstanceOfSatisfying(
                        Refused.class, refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String find(String pattern) {
        var found = Pattern.compile(pattern).matcher(PAGE);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static String page() {
        try {
            return Files.readString(Path.of("docs/agents/drp.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
