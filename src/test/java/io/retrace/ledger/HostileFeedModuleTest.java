package io.retrace.ledger;

import static io.retrace.ledger.FeedLines.disclosure;
import static io.retrace.ledger.FeedLines.json;
import static io.retrace.ledger.FeedLines.photo;
import static io.retrace.ledger.FeedLines.with;
import static io.retrace.ledger.FeedLines.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line a feed may not hold, between two that it may. */
class HostileFeedModuleTest extends LedgerModule {

    private static final String OK = "ok-photo";

    static Stream<Arguments> disclosures() {
        var good = disclosure(OK, "lumen-vision");
        return Stream.of(
                Arguments.of("nothing like JSON", "hello", null, "malformed-json"),
                Arguments.of("half an object", "{\"event_id\":\"", null, "malformed-json"),
                Arguments.of("two objects", json(good) + json(good), null, "malformed-json"),
                Arguments.of("words after the object", json(good) + " x", null, "malformed-json"),
                Arguments.of("a trailing comma", json(good).replace("}", ",}"), null, "malformed-json"),
                Arguments.of("a comment", json(good) + "//", null, "malformed-json"),
                Arguments.of("single quotes", json(good).replace('"', '\''), null, "malformed-json"),
                Arguments.of("an array", "[" + json(good) + "]", null, "wrong-type"),
                Arguments.of("a number", "42", null, "wrong-type"),
                Arguments.of("null", "null", null, "wrong-type"),
                Arguments.of(
                        "a nested object",
                        json(good).replace("\"consent\"", "{}").replace("\"none-recorded\"", "{\"a\":[1,{}]}"),
                        "legal_basis",
                        "wrong-type"),
                Arguments.of("a number for a string", json(good).replace("\"" + OK + "\"", "7"), "photo", "wrong-type"),
                Arguments.of("a field we do not know", json(with(good, "colour", "red")), "colour", "unknown-field"),
                Arguments.of("half a character as a name", json(with(good, "\\ud800", "x")), "?", "unknown-field"),
                Arguments.of("a field twice", json(good).replace("}", ",\"photo\":\"x\"}"), "photo", "repeated-field"),
                Arguments.of(
                        "a line of 16,385 bytes",
                        json(good) + " ".repeat(16_385 - json(good).length()),
                        null,
                        "line-too-long"),
                Arguments.of(
                        "a line of 200,000 bytes",
                        json(with(good, "photo", "p".repeat(200_000))),
                        null,
                        "line-too-long"),
                Arguments.of("no event id", json(without(good, "event_id")), "event_id", "missing"),
                Arguments.of(
                        "null for an event id",
                        json(good).replaceFirst("\"event_id\":\"[^\"]*\"", "\"event_id\":null"),
                        "event_id",
                        "missing"),
                Arguments.of("no UUID", json(with(good, "event_id", "1-1-1-1-1")), "event_id", "malformed"),
                Arguments.of("no photo", json(without(good, "photo")), "photo", "missing"),
                Arguments.of("an empty photo", json(with(good, "photo", "")), "photo", "malformed"),
                Arguments.of("a photo of 65", json(with(good, "photo", "p".repeat(65))), "photo", "malformed"),
                Arguments.of("a photo with a slash", json(with(good, "photo", "../etc")), "photo", "malformed"),
                Arguments.of("a photo in Greek", json(with(good, "photo", "φωτο")), "photo", "malformed"),
                Arguments.of("a photo with a NUL", json(with(good, "photo", "a\\u0000b")), "photo", "malformed"),
                Arguments.of("a photo nobody registered", json(with(good, "photo", "nowhere")), "photo", "unknown"),
                Arguments.of("a photo called null", json(with(good, "photo", "null")), "photo", "unknown"),
                Arguments.of("an unknown partner", json(with(good, "partner", "nobody")), "partner", "unknown"),
                Arguments.of(
                        "a partner in capitals", json(with(good, "partner", "Lumen-Vision")), "partner", "unknown"),
                Arguments.of("an unknown purpose", json(with(good, "purpose", "fun")), "purpose", "unknown"),
                Arguments.of("an unknown basis", json(with(good, "legal_basis", "because")), "legal_basis", "unknown"),
                Arguments.of("no basis", json(without(good, "legal_basis")), "legal_basis", "missing"),
                Arguments.of("passed on by nobody", json(with(good, "passed_on_by", "x")), "passed_on_by", "unknown"),
                Arguments.of("no time", json(without(good, "disclosed_at")), "disclosed_at", "missing"),
                Arguments.of(
                        "a time without offset",
                        json(with(good, "disclosed_at", "2026-03-01T10:00:00")),
                        "disclosed_at",
                        "malformed"),
                Arguments.of(
                        "31 February",
                        json(with(good, "disclosed_at", "2026-02-31T10:00:00Z")),
                        "disclosed_at",
                        "malformed"),
                Arguments.of(
                        "29 February 2026",
                        json(with(good, "disclosed_at", "2026-02-29T10:00:00Z")),
                        "disclosed_at",
                        "malformed"),
                Arguments.of(
                        "ten minutes ahead",
                        json(with(
                                good,
                                "disclosed_at",
                                Instant.now().plusSeconds(600).toString())),
                        "disclosed_at",
                        "in-the-future"),
                Arguments.of(
                        "the last year of all",
                        json(with(good, "disclosed_at", "+999999999-12-31T23:59:59Z")),
                        "disclosed_at",
                        "malformed"),
                Arguments.of(
                        "1989",
                        json(with(good, "disclosed_at", "1989-12-31T23:59:59Z")),
                        "disclosed_at",
                        "before-1990"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("disclosures")
    @UseCase({"UC-008/3", "UC-008/4"})
    void a_bad_line_is_refused_by_number_field_and_reason_and_its_neighbours_are_kept(
            String what, String bad, @Nullable String field, String reason) {
        ledger.photos(json(photo(OK, "m-1")));
        var report = ledger.disclosures(
                FeedLines.bytes(json(disclosure(OK, "lumen-vision")), bad, "", json(disclosure(OK, "nearby-ads"))));
        assertThat(report.received()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.refused()).isOne();
        assertThat(report.lines()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isEqualTo(2);
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.reason().code()).isEqualTo(reason);
        });
    }

    static Stream<Arguments> bytes() {
        return Stream.of(
                Arguments.of("a lone continuation byte", new byte[] {(byte) 0x80}),
                Arguments.of("an overlong slash", new byte[] {(byte) 0xc0, (byte) 0xaf}),
                Arguments.of("half a character", new byte[] {(byte) 0xe2, (byte) 0x82}),
                Arguments.of("a surrogate", new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}),
                Arguments.of("Latin-1", "é".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bytes")
    @UseCase("UC-008/3")
    void bytes_that_are_not_utf_8_are_refused_as_that(String what, byte[] bad) {
        ledger.photos(json(photo(OK, "m-1")));
        var body = new ByteArrayOutputStream();
        body.writeBytes("{\"photo\":\"".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(bad);
        body.writeBytes("\"}\r\n".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(json(disclosure(OK, "lumen-vision")).getBytes(StandardCharsets.US_ASCII));
        var report = ledger.disclosures(body.toByteArray());
        assertThat(report.accepted()).isOne();
        assertThat(report.lines())
                .extracting(refused -> refused.reason().code())
                .containsExactly("not-utf-8");
    }

    static Stream<Arguments> photos() {
        var good = photo("p-x", "m-1");
        return Stream.of(
                Arguments.of("a hash of 63", json(with(good, "sha256", "a".repeat(63))), "sha256", "malformed"),
                Arguments.of(
                        "a hash of other letters", json(with(good, "sha256", "x".repeat(64))), "sha256", "malformed"),
                Arguments.of("no hash", json(without(good, "sha256")), "sha256", "missing"),
                Arguments.of("no member", json(without(good, "member")), "member", "missing"),
                Arguments.of("an e-mail as member", json(with(good, "member", "a@b.example")), "member", "malformed"),
                Arguments.of("no time", json(without(good, "uploaded_at")), "uploaded_at", "missing"),
                Arguments.of(
                        "a preview elsewhere",
                        json(with(good, "preview_url", "https://evil.example/photos/1.jpg")),
                        "preview_url",
                        "outside-media-store"),
                Arguments.of(
                        "a preview out of the folder",
                        json(with(good, "preview_url", "https://media.example/photos/../admin")),
                        "preview_url",
                        "outside-media-store"),
                Arguments.of(
                        "the same, hidden",
                        json(with(good, "preview_url", "https://media.example/photos/%2E%2e/admin")),
                        "preview_url",
                        "outside-media-store"),
                Arguments.of(
                        "another port",
                        json(with(good, "preview_url", "https://media.example:8443/photos/1.jpg")),
                        "preview_url",
                        "outside-media-store"),
                Arguments.of(
                        "a user in the address",
                        json(with(good, "preview_url", "https://media.example@evil.example/photos/1.jpg")),
                        "preview_url",
                        "outside-media-store"),
                Arguments.of(
                        "a file",
                        json(with(good, "preview_url", "file:///etc/passwd")),
                        "preview_url",
                        "outside-media-store"),
                Arguments.of(
                        "no address",
                        json(with(good, "preview_url", "mailto:a@b.example")),
                        "preview_url",
                        "outside-media-store"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("photos")
    @UseCase("UC-008/3")
    void a_bad_photo_line_is_refused_likewise(String what, String bad, String field, String reason) {
        var report = ledger.photos(bad, json(photo("good-" + what.hashCode(), "m-1")));
        assertThat(report.accepted()).isOne();
        assertThat(report.lines()).singleElement().satisfies(refused -> {
            assertThat(refused.line()).isOne();
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.reason().code()).isEqualTo(reason);
        });
    }

    @Test
    void more_than_a_thousand_refusals_are_counted_and_the_first_thousand_listed() {
        ledger.photos(json(photo(OK, "m-1")));
        var lines = new String[2_501];
        Arrays.fill(lines, "x");
        lines[2_500] = json(disclosure(OK, "lumen-vision"));
        var report = ledger.disclosures(FeedLines.bytes(lines));
        assertThat(report.refused()).isEqualTo(2_500);
        assertThat(report.accepted()).isOne();
        assertThat(report.lines())
                .hasSize(1_000)
                .last()
                .satisfies(last -> assertThat(last.line()).isEqualTo(1_000));
    }
}
