package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is away is told of by mail, left alone after five days, and used again when somebody says so. */
class EndpointModuleTest {

    private final DeliveryWorld world = new DeliveryWorld();

    private CompanySink sink;
    private PartnerId company;

    @BeforeEach
    void start() throws Exception {
        sink = new CompanySink();
        company = world.companies.byWebhook(sink.url());
    }

    @AfterEach
    void close() {
        sink.close();
        world.close();
    }

    @Test
    @UseCase({"UC-023/1", "UC-023/2"})
    void a_server_that_is_away_for_an_hour_is_told_of_by_mail_once() throws Exception {
        sink.will(CompanySink.status(503));
        failFiveTimes();
        assertThat(world.endpoints.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.company().id()).isEqualTo(company);
            assertThat(trouble.condition()).isEqualTo(EndpointCondition.FAILING);
        });
        assertThat(subjects()).isEmpty();
        pass(Duration.ofHours(10));
        assertThat(subjects()).containsExactly("Your server does not take our messages");
    }

    @Test
    @UseCase("UC-023/2")
    void one_that_is_back_within_the_hour_is_nothing_to_write_about() throws Exception {
        sink.will(CompanySink.status(503));
        failFiveTimes();
        sink.will(CompanySink.status(204));
        pass(Duration.ofHours(10));
        assertThat(subjects()).isEmpty();
        assertThat(world.endpoints.troubles()).isEmpty();
    }

    @Test
    @UseCase("UC-023/3")
    void after_five_days_of_failures_it_is_left_alone_until_it_is_used_again() throws Exception {
        sink.will(CompanySink.status(503));
        failFiveTimes();
        world.clock.advance(Duration.ofDays(5));
        world.changes();
        world.due(world.questions.ask(company), 0);
        pass(Duration.ofHours(2));
        assertThat(world.changes()).singleElement().isInstanceOf(EndpointDisabled.class);
        assertThat(world.endpoints.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.condition()).isEqualTo(EndpointCondition.DISABLED));
        assertThat(subjects()).contains("We do not use the address of your server any more");

        sink.will(CompanySink.status(204));
        int sent = sink.received().size();
        world.due(world.questions.ask(company), 0);
        pass(Duration.ofHours(1));
        assertThat(sink.received()).hasSize(sent);

        world.endpoints.useAgain(company);
        assertThat(world.changes()).singleElement().isInstanceOf(EndpointEnabled.class);
        world.due(world.questions.ask(company), 0);
        world.work();
        assertThat(sink.received()).hasSize(sent + 1);
        assertThat(world.endpoints.troubles()).isEmpty();
        assertThatThrownBy(() -> world.endpoints.useAgain(company)).isInstanceOf(Conflict.class);
        assertThat(world.changes()).isEmpty();
    }

    @Test
    @UseCase("UC-023/4")
    void one_that_says_that_it_is_gone_is_told_of_at_once_and_a_new_address_is_no_trouble() throws Exception {
        sink.will(CompanySink.status(410));
        world.due(world.questions.ask(company), 0);
        world.work();
        world.work();
        assertThat(subjects()).contains("We do not use the address of your server any more");
        world.companies.moves(company, sink.url().resolve("/new"));
        assertThat(world.endpoints.troubles()).isEmpty();
    }

    private void failFiveTimes() {
        for (int i = 0; i < Pace.BREAKS_AT; i++) world.due(world.questions.ask(company), 0);
        world.work();
        assertThat(sink.received()).hasSize(Pace.BREAKS_AT);
    }

    private void pass(Duration time) {
        var end = world.clock.instant().plus(time);
        while (world.open() > 0 && world.next().isBefore(end)) world.workNext();
        world.clock.advance(Duration.between(world.clock.instant(), end));
    }

    private List<String> subjects() throws Exception {
        return Arrays.stream(world.mail.getReceivedMessages())
                .map(mail -> {
                    try {
                        return mail.getSubject();
                    } catch (jakarta.mail.MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .filter(subject -> !subject.startsWith("O-"))
                .toList();
    }
}
