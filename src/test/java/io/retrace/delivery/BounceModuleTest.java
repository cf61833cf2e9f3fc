package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.ObligationId;
import io.retrace.shared.mail.Returns;
import io.retrace.testing.Dsn;
import io.retrace.testing.FaultTable.Expected;
import io.retrace.testing.UseCase;
import jakarta.mail.MessagingException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/faults.md}, “Mails that come back”, for what companies are asked by mail. */
@Timeout(60)
class BounceModuleTest {

    private static DeliveryWorld world;

    @BeforeAll
    static void start() {
        world = new DeliveryWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @AfterEach
    void empty() throws Exception {
        world.jdbc.sql("delete from scheduled_tasks").update();
        world.mail.purgeEmailFromAllMailboxes();
    }

    static Stream<Arguments> rows() {
        return Dsn.rows(1).stream().map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    @ParameterizedTest(name = "a report that says {0} → {1}")
    @MethodSource("rows")
    @UseCase("UC-015/14")
    void a_mail_that_came_back_has_not_reached_its_company(String fault, String cell) throws Exception {
        var expected = Expected.of(cell);
        var question = asked();
        var report = Dsn.of(fault, messageId());
        for (int time = 0; time < (fault.endsWith("twice") ? 2 : 1); time++)
            world.bean(Returns.class).take(report);

        assertThat(world.log.attempts(question)).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(expected.outcome());
            assertThat(attempt.status()).isEqualTo(expected.status());
        });
        assertThat(world.questions.reached(question))
                .as("it was asked, and is not un-asked")
                .hasSize(1);
        assertThat(world.questions.question(question).stillOpen()).isTrue();
        assertThat(world.log.needsHelpSince(question).isPresent()).isEqualTo(!expected.reached());
        assertThat(world.open()).isEqualTo(expected.reached() ? 0 : 1);
        if (expected.reached()) return;
        assertThat(Duration.between(world.clock.instant(), next(question)))
                .isEqualTo(Objects.requireNonNull(expected.pause()));
        assertThat(world.letters.waiting(null, null, 100).items())
                .filteredOn(letter -> letter.obligation().equals(question))
                .singleElement()
                .satisfies(letter -> assertThat(letter.cause()).isEqualTo("bounced"));
        world.workNext();
        assertThat(world.mail.getReceivedMessages()).hasSize(2);
        assertThat(world.mail.getReceivedMessages()[1].getHeader("Message-ID")[0])
                .isEqualTo(world.mail.getReceivedMessages()[0].getHeader("Message-ID")[0]);
    }

    @Test
    @UseCase("UC-015/14")
    void what_is_answered_by_now_is_not_asked_again() throws Exception {
        var question = asked();
        world.questions.close(question);
        assertThat(world.bean(Returns.class).take(Dsn.of("failed 5.1.1, 550", messageId())))
                .isTrue();
        assertThat(world.open()).isZero();
        assertThat(world.log.attempts(question).getFirst().outcome()).isEqualTo("bounced");
    }

    @Test
    @UseCase("UC-015/14")
    void a_late_mail_is_noted_and_may_still_be_lost() throws Exception {
        var question = asked();
        world.bean(Returns.class).take(Dsn.of("delayed 4.4.1, 451", messageId()));
        assertThat(world.jdbc
                        .sql("select bounce from delivery_attempt where obligation_id = ?")
                        .param(question.value())
                        .query(String.class)
                        .single())
                .isEqualTo("4.4.1");
        world.bean(Returns.class).take(Dsn.of("failed 4.4.7, after days of trying", messageId()));
        assertThat(world.log.attempts(question).getFirst().outcome()).isEqualTo("bounced");
    }

    private ObligationId asked() {
        var question = world.questions.ask(world.companies.byPage());
        world.due(question, 0);
        world.work();
        assertThat(world.questions.reached(question)).hasSize(1);
        return question;
    }

    private static String messageId() throws MessagingException {
        return world.mail.getReceivedMessages()[0].getHeader("Message-ID")[0];
    }

    private static java.time.Instant next(ObligationId question) {
        return world.jdbc
                .sql("select next_attempt_at from delivery where obligation_id = ?")
                .param(question.value())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }
}
