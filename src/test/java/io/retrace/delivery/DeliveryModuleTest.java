package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.standardwebhooks.Webhook;
import io.retrace.delivery.CompanySink.Received;
import io.retrace.delivery.StandardWebhook.Trusted;
import io.retrace.delivery.StandardWebhook.Verdict;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.IllegalTransactionStateException;
import tools.jackson.databind.json.JsonMapper;

class DeliveryModuleTest {

    private final DeliveryWorld world = new DeliveryWorld();

    private CompanySink sink;
    private PartnerId company;
    private ObligationId question;

    @BeforeEach
    void ask() throws Exception {
        sink = new CompanySink();
        company = world.companies.byWebhook(sink.url());
        question = world.questions.ask(company);
    }

    @AfterEach
    void close() {
        sink.close();
        world.close();
    }

    @Test
    @UseCase("UC-005/2")
    void a_question_reaches_its_company_signed_and_thin() throws Exception {
        world.due(question, 0);
        world.work();

        assertThat(sink.received()).hasSize(1);
        var message = sink.received().getFirst();
        assertThat(message.method()).isEqualTo("POST");
        assertThat(verdict(message)).isEqualTo(Verdict.VALID);
        assertThat(message.signature().split(" ", -1)[1])
                .as("the shared secret, by the reference library")
                .isEqualTo(new Webhook(Companies.SECRET)
                        .sign(
                                message.id(),
                                Long.parseLong(message.timestamp()),
                                new String(message.body(), StandardCharsets.UTF_8)));
        var asked = world.questions.question(question);
        assertThat(JsonMapper.shared().readTree(message.body()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"specversion":"1.0","id":"%s","source":"https://retrace.example","type":"obligation.asked",
                        "subject":"%s","time":"2026-11-03T09:00:00Z","timestamp":"2026-11-03T09:00:00Z",
                        "datacontenttype":"application/json","data":{"obligation_id":"%2$s","reference":"%s",
                        "kind":"erasure","items":3,"due":"2026-12-03",
                        "url":"https://retrace.example/api/v1/obligations/%2$s"}}""".formatted(message.id(), question, asked.reference())));
        assertThat(world.questions.reached(question)).containsExactly(message.id());
        assertThat(world.open()).isZero();
    }

    @Test
    void the_message_id_says_nothing_about_the_question() {
        world.due(question, 0);
        world.work();
        var id = sink.received().getFirst().id();
        assertThat(id).matches("msg_[0-9a-f]{32}");
        assertThat(id).doesNotContain(question.toString().replace("-", "").substring(0, 8));
    }

    @Test
    @UseCase("UC-002/4")
    void what_is_rolled_back_is_never_sent() {
        assertThatThrownBy(() -> world.inTransaction(() -> {
                    world.publishBare(world.event(question, 0));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        world.work();
        assertThat(world.open()).isZero();
        assertThat(world.jdbc
                        .sql("select count(*) from delivery")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sink.received()).isEmpty();
    }

    @Test
    void nothing_is_due_outside_a_transaction() {
        assertThatThrownBy(() -> world.publishBare(world.event(question, 0)))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void hearing_it_twice_sends_it_once() {
        world.due(question, 0);
        world.due(question, 0);
        world.work();
        world.due(question, 0);
        world.work();
        assertThat(sink.received()).hasSize(1);
    }

    @Test
    void a_claim_is_on_record_before_the_company_hears_and_no_transaction_waits_for_it() {
        var seen = new ArrayList<Object>();
        sink.will(exchange -> {
            seen.add(world.jdbc
                    .sql("select count(*) from delivery_attempt where completed_at is null")
                    .query(Long.class)
                    .single());
            seen.add(world.jdbc.sql("""
                            select count(*) from pg_stat_activity where datname = current_database()
                            and pid <> pg_backend_pid() and xact_start is not null""").query(Long.class).single());
            exchange.sendResponseHeaders(204, -1);
        });
        world.due(question, 0);
        world.work();
        assertThat(seen).containsExactly(1L, 0L);
    }

    @ParameterizedTest
    @CsvSource({
        "301, redirected, PT4S, PT6S", "400, refused, PT4S, PT6S", "404, refused, PT4S, PT6S",
        "429, busy, PT60S, PT60S", "500, refused, PT4S, PT6S", "503, refused, PT4S, PT6S"
    })
    void only_a_2xx_is_success_and_everything_else_is_tried_again(
            int status, String outcome, Duration from, Duration to) {
        sink.will(CompanySink.status(status));
        world.due(question, 0);
        world.work();
        assertThat(world.questions.reached(question)).isEmpty();
        assertThat(Duration.between(world.clock.instant(), world.next())).isBetween(from, to);

        sink.will(CompanySink.status(200));
        world.workNext();
        assertThat(world.questions.reached(question)).hasSize(1);
        assertThat(world.log.attempts(question))
                .extracting(DeliveryAttempt::no, DeliveryAttempt::outcome, DeliveryAttempt::status)
                .containsExactly(tuple(1, outcome, status), tuple(2, "reached", 200));
    }

    @Test
    void every_attempt_has_the_same_id_and_a_new_time_and_signature() {
        sink.will(CompanySink.status(500));
        world.due(question, 0);
        world.work();
        world.workNext();
        world.workNext();
        assertThat(sink.received()).hasSize(3);
        assertThat(sink.received())
                .extracting(Received::id)
                .containsOnly(sink.received().getFirst().id());
        assertThat(sink.received()).extracting(Received::timestamp).doesNotHaveDuplicates();
        assertThat(sink.received()).extracting(Received::signature).doesNotHaveDuplicates();
        assertThat(sink.received())
                .allSatisfy(message -> assertThat(message.body())
                        .isEqualTo(sink.received().getFirst().body()));
        assertThat(verdict(sink.received().getLast())).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_company_that_asks_for_time_gets_it() {
        sink.will(CompanySink.status(503, "Retry-After", "7200"));
        world.due(question, 0);
        world.work();
        assertThat(world.next()).isEqualTo(world.clock.instant().plus(Duration.ofHours(2)));
    }

    @Test
    void a_crash_between_their_2xx_and_our_record_sends_it_again_under_its_id() {
        world.questions.crashBeforeRecord();
        world.due(question, 0);
        world.work();
        assertThat(sink.received()).hasSize(1);
        assertThat(world.questions.reached(question)).isEmpty();
        assertThat(world.log.attempts(question))
                .extracting(DeliveryAttempt::outcome)
                .containsExactly("unknown");

        world.workNext();
        assertThat(sink.received())
                .extracting(Received::id)
                .hasSize(2)
                .containsOnly(sink.received().getFirst().id());
        assertThat(world.questions.reached(question)).hasSize(1);
        assertThat(world.open()).isZero();
    }

    @Test
    void nothing_is_sent_once_the_question_is_closed() {
        world.due(question, 0);
        world.questions.close(question);
        world.work();
        assertThat(sink.received()).isEmpty();
        assertThat(ending()).isEqualTo("MOOT");
        assertThat(world.open()).isZero();
    }

    @Test
    @UseCase("UC-015/8")
    void that_nothing_is_asked_any_more_is_told_to_who_was_asked_and_to_nobody_else() {
        world.questions.close(question); // says that it was asked once
        world.cancelled(question, 1);
        world.work();
        assertThat(sink.received()).hasSize(1);
        assertThat(new String(sink.received().getFirst().body(), StandardCharsets.UTF_8))
                .contains("obligation.cancelled");
        assertThat(world.questions.reached(question)).as("and is no question").isEmpty();

        var neverAsked = world.questions.ask(company);
        world.cancelled(neverAsked, 0);
        world.work();
        assertThat(sink.received()).hasSize(1);
        assertThat(world.open()).isZero();
    }

    @Test
    void an_earlier_round_is_not_repeated_once_a_later_one_arrived() {
        sink.will(CompanySink.status(500));
        world.due(question, 0);
        world.work();
        sink.will(CompanySink.status(200));
        world.due(question, 1);
        world.work();
        world.workNext();
        assertThat(sink.received()).hasSize(2);
        assertThat(sink.received()).extracting(Received::id).doesNotHaveDuplicates();
        assertThat(ending()).isEqualTo("SUPERSEDED");
        assertThat(world.open()).isZero();
    }

    private String ending() {
        return world.jdbc
                .sql("select ending from delivery where obligation_id = ? and round = 0")
                .param(question.value())
                .query(String.class)
                .single();
    }

    private Verdict verdict(Received message) {
        return StandardWebhook.verify(
                message.id(),
                message.timestamp(),
                message.signature(),
                message.body(),
                new Trusted(List.of(world.companies.ours.getPublic()), List.of()),
                world.clock.instant());
    }
}
