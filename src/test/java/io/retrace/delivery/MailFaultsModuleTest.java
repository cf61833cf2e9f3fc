package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.FaultTable.Expected;
import io.retrace.testing.MailFault;
import io.retrace.testing.UseCase;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.javamail.JavaMailSender;

/** {@code docs/faults.md}, “Our mail server”, for what companies are asked by mail. */
@Timeout(60)
class MailFaultsModuleTest {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.+>)$");

    private static DeliveryWorld world;

    @BeforeAll
    static void start() {
        MailFault.beImpatient();
        world = new DeliveryWorld();
    }

    @AfterAll
    static void stop() {
        MailFault.bePatient();
        world.close();
    }

    static Stream<Arguments> rows() {
        return MailFault.rows(1).stream().map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    @ParameterizedTest(name = "a mail server that {0} → {1}")
    @MethodSource("rows")
    @UseCase("UC-015/12")
    void a_mail_to_a_company_goes_out_until_it_is_taken_under_one_message_id(String fault, String cell)
            throws Exception {
        var expected = Expected.of(cell);
        var question = world.questions.ask(world.companies.byPage());
        try (var server = new MailFault(fault, world.bean(JavaMailSender.class))) {
            var begun = System.nanoTime();
            world.due(question, 0);
            world.work();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
            assertThat(world.log.attempts(question)).singleElement().satisfies(attempt -> {
                assertThat(attempt.outcome()).isEqualTo(expected.outcome());
                assertThat(attempt.status()).isEqualTo(expected.status());
            });
            assertThat(world.questions.reached(question)).hasSize(expected.reached() ? 1 : 0);
            assertThat(world.questions.question(question).stillOpen()).isTrue();
            if (expected.reached()) {
                assertThat(world.open()).isZero();
                assertThat(server.mails()).hasSize(1);
                return;
            }
            var next = world.jdbc
                    .sql("select next_attempt_at from delivery where obligation_id = ?")
                    .param(question.value())
                    .query(Timestamp.class)
                    .single();
            var pause = Objects.requireNonNull(expected.pause());
            assertThat(Duration.between(world.clock.instant(), next.toInstant()))
                    .isBetween(
                            pause.multipliedBy(8).dividedBy(10),
                            pause.multipliedBy(12).dividedBy(10));
            assertThat(world.log.needsHelpSince(question).isPresent())
                    .isEqualTo(expected.outcome().equals("undeliverable"));
            if (fault.equals("is not there")) return;

            server.mends();
            world.workNext();
            assertThat(world.questions.reached(question)).hasSize(1);
            assertThat(server.mails().stream()
                            .map(MailFaultsModuleTest::messageId)
                            .distinct())
                    .hasSize(1);
        } finally {
            world.jdbc.sql("delete from scheduled_tasks").update();
        }
    }

    private static String messageId(String mail) {
        return MESSAGE_ID.matcher(mail).results().toList().getFirst().group(1);
    }
}
