package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.OpenDsrCallbacks.Answer;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that speaks OpenDSR and is away, gone or forgetful is treated as one that takes webhooks. */
class OpenDsrOutageModuleTest {

    private final DeliveryWorld world = new DeliveryWorld();

    private OpenDsrProcessor processor;
    private PartnerId company;

    @BeforeEach
    void open() throws IOException {
        processor = new OpenDsrProcessor();
        company = world.companies.byOpenDsr(processor.target());
    }

    @AfterEach
    void close() {
        processor.close();
        world.close();
    }

    @Test
    @UseCase({"UC-022/3", "UC-017/1"})
    void what_its_server_lost_is_submitted_once_more_under_the_ids_it_had() {
        var question = asked();
        var id = onlyRequest();
        var message = processor.calls.getFirst().headers().get("retrace-message");
        processor.requests.clear();
        world.replays.order(question);
        world.work();
        world.work();
        assertThat(onlyRequest()).isEqualTo(id);
        assertThat(posts()).hasSize(2).allSatisfy(call -> {
            assertThat(call.headers()).containsEntry("retrace-message", message);
            assertThat(call.body()).contains(id);
        });
        assertThat(world.questions.reached(question)).hasSize(1);
    }

    @Test
    @UseCase({"UC-022/2", "UC-017/1"})
    void what_its_server_still_has_is_not_submitted_again() {
        var question = asked();
        world.replays.order(question);
        world.work();
        world.work();
        assertThat(posts()).hasSize(1);
        assertThat(processor.calls.getLast().method()).isEqualTo("GET");
    }

    @Test
    @UseCase("UC-017/1")
    void a_reminder_of_what_its_server_lost_submits_it_under_its_id() {
        var question = asked();
        var id = onlyRequest();
        processor.requests.clear();
        world.due(question, 1);
        world.work();
        assertThat(onlyRequest()).isEqualTo(id);
    }

    @Test
    @UseCase({"UC-023/1", "UC-023/3", "UC-022/1"})
    void one_that_fails_for_days_is_told_of_left_alone_and_used_again() {
        processor.refuse(503);
        for (int i = 0; i < Pace.BREAKS_AT; i++) world.due(world.questions.ask(company), 0);
        world.work();
        assertThat(world.endpoints.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.condition()).isEqualTo(EndpointCondition.FAILING);
            assertThat(trouble.channel()).isEqualTo(Partner.Channel.OPENDSR);
        });
        world.clock.advance(Duration.ofDays(5));
        world.due(world.questions.ask(company), 0);
        pass(Duration.ofHours(2));
        assertThat(world.endpoints.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.condition()).isEqualTo(EndpointCondition.DISABLED);
            assertThat(trouble.channel()).isEqualTo(Partner.Channel.OPENDSR);
        });
        processor.refuse(0);
        int before = processor.calls.size();
        asked();
        assertThat(processor.calls).as("left alone").hasSize(before);

        world.endpoints.useAgain(company);
        assertThat(world.endpoints.troubles()).isEmpty();
        asked();
        assertThat(processor.requests).hasSize(1);
    }

    @Test
    @UseCase({"UC-022/1", "UC-023/4"})
    void one_that_is_gone_is_listed_and_a_new_address_is_used_at_once() {
        processor.refuse(410);
        world.mail.stop();
        var question = world.questions.ask(company);
        world.due(question, 0);
        world.work();
        assertThat(world.letters.waiting(company, null, 10).items())
                .singleElement()
                .satisfies(letter -> assertThat(letter.obligation()).isEqualTo(question));
        assertThat(world.endpoints.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.channel()).isEqualTo(Partner.Channel.OPENDSR));
        var target = processor.target();
        world.companies.moves(
                company,
                new io.retrace.partners.OpenDsrTarget(
                        java.net.URI.create(target.url() + "/"), target.certificate(), null, null));
        assertThat(world.endpoints.troubles()).isEmpty();
    }

    @Test
    @UseCase("UC-023/4")
    void gone_is_said_of_a_request_and_not_of_the_server() {
        var question = asked();
        processor.refuse(410);
        world.due(question, 1);
        world.work();
        assertThat(world.endpoints.troubles()).isEmpty();
    }

    @Test
    @UseCase("UC-017/5")
    void why_it_refuses_is_shown_to_support_and_is_no_matter_of_getting_through() {
        var question = asked();
        processor.stands("completed", "{\"refusal\":{\"reason\":\"a court <b>forbids</b> it\"}}");
        assertThat(callBack()).isEqualTo(Answer.TAKEN);
        assertThat(world.log.objection(question))
                .hasValueSatisfying(said -> assertThat(said.reason()).isEqualTo("a court <b>forbids</b> it"));
        assertThat(world.log.needsHelpSince(question)).isEmpty();
        assertThat(world.letters.count()).isZero();
        processor.stands("completed", "{\"attestation\":{\"answer_id\":\"a-1\"}}");
        assertThat(callBack()).isEqualTo(Answer.TAKEN);
        assertThat(world.log.objection(question)).as("it answered after all").isEmpty();
    }

    @Test
    @UseCase("UC-017/6")
    void an_answer_that_amends_an_earlier_one_is_not_taken_for_the_same_again() {
        asked();
        processor.stands("completed", "{\"attestation\":{\"answer_id\":\"a-1\"}}");
        assertThat(callBack()).isEqualTo(Answer.TAKEN);
        processor.stands("completed", "{\"attestation\":{\"answer_id\":\"a-2\"}}");
        assertThat(callBack()).isEqualTo(Answer.TAKEN);
        assertThat(callBack()).isEqualTo(Answer.TAKEN);
        assertThat(world.book.lines())
                .containsSubsequence(
                        "attested {\"answer_id\":\"a-1\"}",
                        "attested {\"answer_id\":\"a-2\"}",
                        "again: {\"answer_id\":\"a-2\"}");
    }

    private ObligationId asked() {
        var question = world.questions.ask(company);
        world.due(question, 0);
        world.work();
        return question;
    }

    private String onlyRequest() {
        assertThat(processor.requests).hasSize(1);
        return processor.requests.keySet().iterator().next();
    }

    private List<OpenDsrProcessor.Call> posts() {
        return processor.calls.stream()
                .filter(call -> call.method().equals("POST"))
                .toList();
    }

    private Answer callBack() {
        var body = processor.status(onlyRequest());
        return world.bean(OpenDsrCallbacks.class).receive(processor.keys.domain(), processor.keys.sign(body), body);
    }

    private void pass(Duration time) {
        var end = world.clock.instant().plus(time);
        while (world.open() > 0 && world.next().isBefore(end)) world.workNext();
        world.clock.advance(Duration.between(world.clock.instant(), end));
    }
}
