package io.retrace.shared.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.retrace.testing.Dsn;
import io.retrace.testing.UseCase;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;

/** Reads a real mailbox by IMAP. */
@Timeout(60)
class BounceMailboxTest {

    private static final String ADDRESS = "updates@retrace.example";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<Bounce> heard = new ArrayList<>();
    private final BounceTaker taker = mock(BounceTaker.class);

    @BeforeEach
    void start() {
        server.start();
        server.setUser(ADDRESS, "bounces", "secret");
        when(taker.take(any(), any())).thenAnswer(call -> heard.add(call.getArgument(0)));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    @UseCase("UC-015/14")
    void what_came_in_is_read_once_and_stays() throws Exception {
        arrives("failed 5.1.1, 550", "msg_1");
        arrives("failed 5.1.1, as plain text", "msg_2");
        arrives("delayed 4.4.1, 451", "msg_3");
        mailbox("secret").look();
        mailbox("secret").look();
        assertThat(heard)
                .containsExactly(new Bounce("msg_1", true, "5.1.1", 550), new Bounce("msg_3", false, "4.4.1", 451));
        assertThat(server.getReceivedMessages()).hasSize(3);
    }

    @Test
    @UseCase("UC-015/14")
    void what_could_not_be_written_down_is_read_again() throws Exception {
        arrives("failed 5.1.1, 550", "msg_1");
        doThrow(new IllegalStateException("no database")).when(taker).take(any(), any());
        assertThatThrownBy(() -> mailbox("secret").look()).hasMessage("no database");
        assertThat(heard).isEmpty();
        start(taker);
        mailbox("secret").look();
        assertThat(heard).hasSize(1);
    }

    @Test
    @UseCase("UC-015/14")
    void a_huge_mail_and_a_broken_one_stop_nobody() throws Exception {
        arrives("failed 5.1.1, after a megabyte of talk", "msg_1");
        arrives("bytes at random", "msg_2");
        arrives("failed 5.1.1, in parts within parts", "msg_3");
        for (int i = 0; i < 120; i++) arrives("failed 5.1.1, 550", "many_" + i);
        mailbox("secret").look();
        assertThat(heard).hasSize(97);
        mailbox("secret").look();
        assertThat(heard).hasSize(120);
    }

    @Test
    void a_mailbox_that_lets_nobody_in_says_so() {
        assertThatThrownBy(() -> mailbox("wrong").look()).isInstanceOf(MessagingException.class);
    }

    private void start(BounceTaker again) {
        org.mockito.Mockito.doAnswer(call -> heard.add(call.getArgument(0)))
                .when(again)
                .take(any(), any());
    }

    private BounceMailbox mailbox(String password) throws Exception {
        @SuppressWarnings("unchecked")
        ObjectProvider<BounceTaker> takers = mock(ObjectProvider.class);
        when(takers.stream()).thenAnswer(_ -> Stream.of(taker));
        var settings = new BounceSettings(
                "127.0.0.1", server.getImap().getPort(), false, "bounces", password, "INBOX", Duration.ofMinutes(5));
        return new BounceMailbox(settings, new Returns(takers, "Retrace <" + ADDRESS + ">", Clock.systemUTC()));
    }

    private void arrives(String fault, String letter) throws MessagingException {
        var mail = Dsn.of(fault, "<" + letter + "@retrace.example>");
        server.getUserManager()
                .getUserByEmail(ADDRESS)
                .deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    }
}
