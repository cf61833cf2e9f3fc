package io.retrace.delivery.opendsr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

    private static final String DOMAIN = "opendsr.lumen.example";
    private static final UUID ID = UUID.fromString("3f0c2a57-8d3b-4c64-9a5c-6d7d2f0f4b11");

    @ParameterizedTest
    @UseCase("UC-017/5")
    @CsvSource({
        "pending,       none,        RECEIVED",
        "pending,       attestation, RECEIVED",
        "pending,       refusal,     RECEIVED",
        "pending,       both,        RECEIVED",
        "in_progress,   none,        WORKING",
        "in_progress,   attestation, WORKING",
        "in_progress,   refusal,     WORKING",
        "in_progress,   both,        WORKING",
        "completed,     none,        CLAIMED",
        "completed,     attestation, ATTESTED",
        "completed,     refusal,     REFUSED",
        "completed,     both,        ATTESTED",
        "cancelled,     none,        WITHDRAWN",
        "cancelled,     attestation, WITHDRAWN",
        "cancelled,     refusal,     REFUSED",
        "cancelled,     both,        REFUSED"
    })
    void every_foreign_word_has_a_meaning(String status, String extension, Meaning meaning) throws Malformed {
        assertThat(Meaning.of(read(status, extension(extension, DOMAIN)))).isEqualTo(meaning);
    }

    @Test
    void every_meaning_is_said_by_some_word() {
        var said = EnumSet.noneOf(Meaning.class);
        for (var status : RequestStatus.values()) {
            for (var extension : new String[] {"none", "attestation", "refusal"}) {
                said.add(meaning(status.wire(), extension));
            }
        }
        assertThat(said).containsExactlyInAnyOrder(Meaning.values());
    }

    @Test
    void words_are_written_as_the_protocol_writes_them() {
        assertThat(RequestStatus.values())
                .extracting(RequestStatus::wire)
                .containsExactly("pending", "in_progress", "completed", "cancelled");
        assertThat(RequestType.values())
                .extracting(RequestType::wire)
                .containsExactly("access", "portability", "erasure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"denied", "COMPLETED", "", "done", "in-progress"})
    void a_word_that_is_none_is_refused(String word) {
        assertThatThrownBy(() -> read(word, "{}")).isInstanceOf(Malformed.class);
    }

    @Test
    void what_stands_under_another_domain_is_not_read() throws Malformed {
        assertThat(Meaning.of(read("completed", extension("attestation", "opendsr.other.example"))))
                .isEqualTo(Meaning.CLAIMED);
    }

    @ParameterizedTest
    @EnumSource(Meaning.class)
    void an_attestation_overtakes_all_else_and_nothing_overtakes_it(Meaning meaning) {
        assertThat(meaning.overtakes(Meaning.ATTESTED)).isFalse();
        assertThat(Meaning.ATTESTED.overtakes(meaning)).isEqualTo(meaning != Meaning.ATTESTED);
        assertThat(meaning.overtakes(meaning)).isFalse();
        assertThat(Meaning.WORKING.overtakes(meaning)).isEqualTo(meaning == Meaning.RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{}",
                "{\"request_status\":\"completed\"}",
                "{\"request_status\":\"pending\",\"request_status\":\"completed\","
                        + "\"subject_request_id\":\"3f0c2a57-8d3b-4c64-9a5c-6d7d2f0f4b11\"}",
                "{\"request_status\":\"completed\",\"subject_request_id\":\"3F0C2A57-8D3B-4C64-9A5C-6D7D2F0F4B11\"}",
                "{\"request_status\":\"completed\",\"subject_request_id\":\"019a4f00-0000-7000-8000-000000000001\"}",
                "{\"request_status\":[\"completed\"],\"subject_request_id\":\"3f0c2a57-8d3b-4c64-9a5c-6d7d2f0f4b11\"}"
            })
    void what_is_no_report_is_malformed(String body) {
        assertThatThrownBy(() -> StatusReport.read(body.getBytes(StandardCharsets.UTF_8), DOMAIN))
                .isInstanceOf(Malformed.class);
    }

    private static Meaning meaning(String status, String extension) {
        try {
            return Meaning.of(read(status, extension(extension, DOMAIN)));
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static StatusReport read(String status, String extensions) throws Malformed {
        return StatusReport.read(
                ("{\"subject_request_id\":\"" + ID + "\",\"request_status\":\"" + status + "\",\"extensions\":"
                                + extensions + "}")
                        .getBytes(StandardCharsets.UTF_8),
                DOMAIN);
    }

    private static String extension(String kind, String domain) {
        var attestation = "\"attestation\":{\"answer_id\":\"a\"}";
        var refusal = "\"refusal\":{\"reason\":\"no\"}";
        return "{\"" + domain + "\":{"
                + switch (kind) {
                    case "attestation" -> attestation;
                    case "refusal" -> refusal;
                    case "both" -> attestation + "," + refusal;
                    default -> "";
                }
                + "}}";
    }
}
