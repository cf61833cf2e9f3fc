package io.retrace.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestReleased;
import io.retrace.testing.MailFault;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mail.javamail.JavaMailSender;

/** {@code docs/faults.md}, “Our mail server”, for what people are told. */
@Timeout(60)
class MailFaultsToPeopleModuleTest {

    private static final Map<String, String> ENDINGS =
            Map.of("sent", "SENT", "refused", "REFUSED", "tried again", "OPEN");

    private static NotificationsWorld world;

    @BeforeAll
    static void start() {
        MailFault.beImpatient();
        world = new NotificationsWorld();
    }

    @AfterAll
    static void stop() {
        MailFault.bePatient();
        world.close();
    }

    static Stream<Arguments> rows() {
        return MailFault.rows(2).stream().map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    @ParameterizedTest(name = "a mail server that {0} → {1}")
    @MethodSource("rows")
    @UseCase("UC-015/12")
    void a_mail_to_a_person_goes_out_until_it_is_taken_or_never_will_be(String fault, String expected)
            throws Exception {
        var person = world.people.person(Locale.ENGLISH);
        try (var server = new MailFault(fault, world.bean(JavaMailSender.class))) {
            world.publish(new RequestReleased(
                    new RequestId(UUID.randomUUID()), RequestKind.ERASURE, person, world.clock.instant()));
            world.work();
            assertThat(world.ending()).isEqualTo(Objects.requireNonNull(ENDINGS.get(expected)));
            assertThat(world.open()).isEqualTo(expected.equals("tried again") ? 1 : 0);
            if (!expected.equals("tried again")) return;
            assertThat(Duration.between(world.clock.instant(), world.next()))
                    .isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
            if (fault.equals("is not there")) return;
            server.mends();
            world.workNext();
            assertThat(world.ending()).isEqualTo("SENT");
            assertThat(server.mails().stream()
                            .map(mail -> mail.lines()
                                    .filter(line -> line.startsWith("Message-ID: "))
                                    .toList())
                            .distinct())
                    .hasSize(1);
        } finally {
            world.jdbc.sql("delete from scheduled_tasks").update();
            world.jdbc.sql("delete from mail").update();
        }
    }
}
