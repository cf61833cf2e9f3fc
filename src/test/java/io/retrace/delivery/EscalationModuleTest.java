package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.PartnerId;
import io.retrace.testing.UseCase;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question that does not get through changes channel, then reaches a human, and is never dropped. */
class EscalationModuleTest {

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
    @UseCase("UC-005/3")
    void after_ten_attempts_in_three_days_the_contact_is_asked_by_mail_and_support_is_told() throws Exception {
        sink.will(CompanySink.status(500));
        var start = world.clock.instant();
        world.due(question, 0);
        world.work();
        while (sink.received().size() < 10) world.workNext();
        assertThat(sink.received()).hasSize(10);
        assertThat(Duration.between(start, world.clock.instant())).isGreaterThanOrEqualTo(Duration.ofHours(75));
        assertThat(world.questions.reached(question)).isEmpty();
        assertThat(world.log.needsHelpSince(question)).isPresent();

        world.workNext();
        var mails = questions();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getAllRecipients()[0]).hasToString("privacy@company-1.example");
        assertThat(mails[0].getMessageID())
                .isEqualTo("<" + sink.received().getFirst().id() + "@retrace.example>");
        var text =
                (String) ((MimeMultipart) mails[0].getContent()).getBodyPart(0).getContent();
        assertThat(text)
                .contains(world.questions.question(question).reference().value(), "3 December 2026", "3 items")
                .contains("https://retrace.example/company/obligations/" + question)
                .contains("Your server did not take our message");
        assertThat(world.questions.reached(question)).hasSize(1);
        assertThat(world.open()).isZero();
    }

    @Test
    void an_address_that_is_gone_is_left_alone_and_the_contact_asked_at_once() throws Exception {
        sink.will(CompanySink.status(410));
        world.due(question, 0);
        world.work();
        world.workNext();
        assertThat(questions()).hasSize(1);
        assertThat(world.log.needsHelpSince(question)).isPresent();

        var second = world.questions.ask(company);
        world.due(second, 0);
        world.work();
        world.workNext();
        assertThat(sink.received()).hasSize(1);
        assertThat(world.questions.reached(second)).hasSize(1);

        sink.will(CompanySink.status(200));
        world.companies.moves(company, sink.url().resolve("/new"));
        var third = world.questions.ask(company);
        world.due(third, 0);
        world.work();
        assertThat(sink.received()).extracting(CompanySink.Received::path).containsExactly("/hook", "/new");
        assertThat(world.log.needsHelpSince(third)).isEmpty();
    }

    @Test
    void a_company_without_webhook_is_asked_by_mail() throws Exception {
        var byPage = world.questions.ask(world.companies.byPage());
        world.due(byPage, 0);
        world.work();
        var mail = world.mail.getReceivedMessages()[0];
        assertThat(mail.getSubject())
                .isEqualTo(world.questions.question(byPage).reference() + ": your answer is due by 3 December 2026");
        assertThat(world.questions.reached(byPage)).hasSize(1);
        assertThat(world.log.attempts(byPage))
                .extracting(DeliveryAttempt::channel)
                .containsExactly(Channel.PAGE);
        assertThat(world.log.needsHelpSince(byPage)).isEmpty();
    }

    @Test
    @UseCase("UC-015/3")
    void with_the_mail_server_away_the_question_stays_open_for_as_long_as_it_takes() {
        world.mail.stop();
        var byPage = world.questions.ask(world.companies.byPage());
        world.due(byPage, 0);
        world.work();
        for (int i = 1; i < 10; i++) world.workNext();
        assertThat(world.log.needsHelpSince(byPage)).isPresent();
        for (int day = 0; day < 5; day++) {
            var before = world.clock.instant();
            assertThat(Duration.between(before, world.next())).isEqualTo(Duration.ofDays(1));
            world.workNext();
        }
        assertThat(world.questions.reached(byPage)).isEmpty();
        assertThat(world.log.attempts(byPage))
                .hasSize(15)
                .extracting(DeliveryAttempt::outcome)
                .containsOnly("unreachable");

        world.questions.close(byPage);
        world.workNext();
        assertThat(world.open()).isZero();
    }

    @Test
    void a_fault_of_ours_is_tried_again_and_again() {
        world.due(question, 0);
        world.jdbc.sql("alter table delivery_attempt rename to hidden").update();
        world.work();
        world.workNext();
        world.workNext();
        assertThat(sink.received()).isEmpty();
        world.jdbc.sql("alter table hidden rename to delivery_attempt").update();
        world.workNext();
        assertThat(world.questions.reached(question)).hasSize(1);
        assertThat(Arrays.asList(world.mail.getReceivedMessages())).isEmpty();
    }

    /** Mails that ask, without those that say that the server is away. */
    private MimeMessage[] questions() throws MessagingException {
        var asking = new ArrayList<MimeMessage>();
        for (var mail : world.mail.getReceivedMessages()) if (mail.getSubject().startsWith("O-")) asking.add(mail);
        return asking.toArray(MimeMessage[]::new);
    }
}
