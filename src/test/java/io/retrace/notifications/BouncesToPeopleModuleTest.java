package io.retrace.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestReleased;
import io.retrace.shared.mail.Returns;
import io.retrace.testing.Dsn;
import io.retrace.testing.UseCase;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/faults.md}, “Mails that come back”, for what people are told. */
@Timeout(60)
class BouncesToPeopleModuleTest {

    private static NotificationsWorld world;

    @BeforeAll
    static void start() {
        world = new NotificationsWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    static Stream<Arguments> rows() {
        return Dsn.rows(2).stream().map(row -> Arguments.of(row.get(0), row.get(1)));
    }

    @ParameterizedTest(name = "a report that says {0} → {1}")
    @MethodSource("rows")
    @UseCase("UC-015/14")
    void a_mail_that_came_back_is_noted_as_lost_and_not_sent_again(String fault, String expected) throws Exception {
        var person = world.people.person(Locale.ENGLISH);
        world.publish(new RequestReleased(
                new RequestId(UUID.randomUUID()), RequestKind.ERASURE, person, world.clock.instant()));
        world.work();
        assertThat(world.ending()).isEqualTo("SENT");
        var id = world.mail.getReceivedMessages()[0].getHeader("Message-ID")[0];
        world.bean(Returns.class).take(Dsn.of(fault, id));
        assertThat(world.ending()).isEqualTo(expected.toUpperCase(Locale.ROOT));
        assertThat(world.open()).isZero();
        world.jdbc.sql("delete from mail").update();
        world.mail.purgeEmailFromAllMailboxes();
    }
}
