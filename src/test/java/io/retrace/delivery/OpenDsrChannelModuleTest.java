package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.PartnerId;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** UC-017: what goes over the wire, and what is made of what comes back. */
class OpenDsrChannelModuleTest {

    private final DeliveryWorld world = new DeliveryWorld();

    private OpenDsrProcessor processor;
    private PartnerId company;
    private ObligationId question;

    @BeforeEach
    void open() throws IOException {
        processor = new OpenDsrProcessor();
        company = world.companies.byOpenDsr(processor.target());
        question = world.questions.ask(company);
    }

    @AfterEach
    void close() {
        processor.close();
        world.close();
    }

    @Test
    @UseCase("UC-017/2")
    void the_request_says_what_the_protocol_asks_for_and_nothing_of_the_person() {
        assertThat(send(Errand.ASK).word()).isEqualTo(Word.REACHED);
        var call = processor.calls.getFirst();
        assertThat(call.headers()).containsEntry("authorization", "Basic bHVtZW46c2VjcmV0");
        JsonNode body = JsonMapper.shared().readTree(call.body());
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "api_version",
                        "regulation",
                        "subject_request_id",
                        "subject_request_type",
                        "submitted_time",
                        "subject_identities",
                        "status_callback_urls",
                        "extensions");
        assertThat(body.path("subject_request_id").asString())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(body.path("submitted_time").asString()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(body.path("subject_identities").toString())
                .isEqualTo("[{\"identity_type\":\"controller_customer_id\",\"identity_value\":\""
                        + world.questions.question(question).reference().value() + "\",\"identity_format\":\"raw\"}]");
        assertThat(body.path("extensions").propertyNames()).containsExactly("opendsr.lumen.example");
        assertThat(body.path("extensions")
                        .path("opendsr.lumen.example")
                        .path("photo_assets")
                        .size())
                .isEqualTo(1);
        assertThat(call.body()).doesNotContain("email", "@", "subject_id\"", "member");
    }

    @Test
    @UseCase("UC-017/3")
    void a_receipt_is_asked_and_no_more() {
        send(Errand.ASK);
        assertThat(world.book.lines()).as("a receipt is no answer (T1)").isEmpty();
        assertThat(world.open()).as("and news are looked for").isEqualTo(1);
    }

    @ParameterizedTest
    @UseCase("UC-017/1")
    @MethodSource("wrongAnswers")
    void whatever_goes_wrong_with_the_answer_the_request_is_there_once(CompanySink.Behaviour wrong) {
        processor.goesWrong(wrong);
        assertThat(send(Errand.ASK).word()).isNotEqualTo(Word.REACHED);
        processor.goesWrong(null);
        assertThat(send(Errand.ASK).word()).isEqualTo(Word.REACHED);
        assertThat(processor.requests).hasSize(1);
        assertThat(processor.calls)
                .extracting(OpenDsrProcessor.Call::method)
                .startsWith("POST")
                .endsWith("GET");
    }

    static Stream<CompanySink.Behaviour> wrongAnswers() {
        return Stream.of(
                CompanySink.status(201), // no signature, no body
                CompanySink.status(204),
                CompanySink.status(
                        200, "X-OpenDSR-Processor-Domain", "opendsr.lumen.example", "X-OpenDSR-Signature", "AAAA"),
                CompanySink.status(302, "Location", "http://127.0.0.1:1/"),
                CompanySink.status(429, "Retry-After", "7"),
                CompanySink.status(500),
                CompanySink.status(503, "Retry-After", "7"),
                CompanySink.endless(),
                exchange -> exchange.close(),
                exchange -> {
                    exchange.sendResponseHeaders(201, 1_000);
                    exchange.getResponseBody().write('{');
                    exchange.close();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "400, UNDELIVERABLE",
        "401, REFUSED",
        "404, REFUSED",
        "409, REFUSED",
        "410, GONE",
        "429, BUSY",
        "500, REFUSED"
    })
    void a_refusal_has_its_word(int status, Word word) {
        processor.refuse(status);
        assertThat(send(Errand.ASK)).isEqualTo(Outcome.of(word, status));
    }

    @Test
    @UseCase("UC-017/4")
    void an_answer_that_was_changed_on_its_way_is_no_answer() {
        processor.onItsWay(body -> new String(body, StandardCharsets.UTF_8)
                .replace("2026-12-01", "2026-12-31")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(send(Errand.ASK)).isEqualTo(Outcome.of(Word.REFUSED, 201));
        assertThat(send(Errand.ASK)).isEqualTo(Outcome.of(Word.REFUSED, 200));
        assertThat(world.book.lines()).containsOnly("forged: answer: BAD_SIGNATURE");
    }

    @Test
    @UseCase("UC-017/8")
    void status_is_asked_for_until_there_is_nothing_more_to_come() {
        send(Errand.ASK);
        world.workNext();
        assertThat(world.book.lines()).containsExactly("again: said before");
        processor.stands("in_progress", "{}");
        world.workNext();
        world.workNext();
        processor.stands("completed", "{\"attestation\":{\"answer_id\":\"a-1\"}}");
        world.workNext();
        assertThat(world.book.lines())
                .containsExactly(
                        "again: said before",
                        "working until 2026-12-01T00:00:00Z",
                        "again: said before",
                        "attested {\"answer_id\":\"a-1\"}");
        assertThat(world.open()).as("done").isZero();
    }

    @Test
    @UseCase("UC-017/8")
    void nobody_is_asked_for_news_of_what_is_closed() {
        send(Errand.ASK);
        world.questions.close(question);
        int before = processor.calls.size();
        world.workNext();
        assertThat(processor.calls).hasSize(before);
        assertThat(world.open()).isZero();
    }

    @Test
    @UseCase("UC-017/5")
    void completed_without_details_is_a_claim_and_the_reminder_goes_another_way() {
        send(Errand.ASK);
        processor.stands("completed", "{}");
        assertThat(send(Errand.REMIND).word()).isEqualTo(Word.REACHED);
        assertThat(world.book.lines()).containsExactly("working");
        assertThat(send(Errand.REMIND).word()).as("to a human").isEqualTo(Word.UNDELIVERABLE);
    }

    @Test
    @UseCase("UC-017/9")
    void what_is_pending_can_be_taken_back_and_what_has_begun_is_told_otherwise() {
        assertThat(send(Errand.CANCELLED).word()).as("never submitted").isEqualTo(Word.UNDELIVERABLE);
        send(Errand.ASK);
        processor.stands("in_progress", "{}");
        assertThat(send(Errand.CANCELLED).word()).isEqualTo(Word.UNDELIVERABLE);
        processor.stands("pending", "{}");
        assertThat(send(Errand.CANCELLED)).isEqualTo(Outcome.of(Word.REACHED, 202));
        assertThat(processor.requests).containsValue("cancelled");
        int before = processor.calls.size();
        assertThat(send(Errand.CANCELLED).word()).as("done before a crash").isEqualTo(Word.REACHED);
        assertThat(processor.calls).hasSize(before);
    }

    @Test
    void what_cannot_be_changed_is_submitted_anew_and_says_what_it_replaces() {
        send(Errand.ASK);
        var first = processor.requests.keySet().iterator().next();
        assertThat(send(Errand.AMENDED).word()).isEqualTo(Word.REACHED);
        assertThat(processor.requests).hasSize(2);
        assertThat(processor.calls.getLast().body()).contains("\"amends\":\"" + first + "\"");
    }

    @Test
    void a_test_finds_out_another_certificate_than_the_pinned_one() {
        var target = processor.target();
        world.companies.moves(
                company,
                new OpenDsrTarget(
                        target.url(), target.certificate(), java.net.URI.create("https://other.example/c.pem"), null));
        var test = new Message.TestEvent("msg_test", world.companies.partner(company), world.clock.instant());
        assertThat(world.bean(OpenDsrChannel.class).send(test).word()).isEqualTo(Word.REFUSED);
        assertThat(List.copyOf(processor.requests.keySet())).isEmpty();
    }

    private Outcome send(Errand errand) {
        return world.bean(OpenDsrChannel.class)
                .send(new Message.About(
                        "msg_" + errand,
                        world.companies.partner(company),
                        world.clock.instant(),
                        errand,
                        world.questions.question(question),
                        false));
    }
}
