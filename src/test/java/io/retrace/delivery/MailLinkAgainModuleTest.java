package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.AnswerLinks.Standing;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.testing.UseCase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Companies that answer by mail link are in what support sees and sends once more, like all others. */
class MailLinkAgainModuleTest {

    private static final Pattern LINK = Pattern.compile("/answer/([A-Za-z0-9_-]{32})");

    private final DeliveryWorld world = new DeliveryWorld();
    private final Mailed mailed = new Mailed(world);
    private final PartnerId harbour = world.companies.byMailLink("IE");
    private final ObligationId question = world.questions.ask(harbour);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @UseCase({"UC-016/8", "UC-022/4"})
    void a_mail_that_is_sent_once_more_has_its_id_and_a_link_of_its_own_and_the_first_one_still_works() {
        world.due(question, 0);
        world.work();
        world.replays.order(question);
        world.work();
        world.work();
        var mails = mailed.arrived();
        assertThat(mails).hasSize(2);
        assertThat(mails.getLast().id()).isEqualTo(mails.getFirst().id());
        var first = link(mails.getFirst().text());
        var second = link(mails.getLast().text());
        assertThat(second).isNotEqualTo(first);
        var links = world.bean(AnswerLinks.class);
        assertThat(links.look(first).orElseThrow().standing()).isEqualTo(Standing.OPEN);
        assertThat(links.look(second).orElseThrow().standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    @UseCase("UC-022/1")
    void a_mail_server_that_is_away_shows_the_question_to_support_and_writes_no_mail_about_itself() {
        world.mail.stop();
        world.due(question, 0);
        while (world.letters.count() == 0) world.workNext();
        assertThat(world.letters.waiting(harbour, null, 10).items())
                .singleElement()
                .satisfies(letter -> assertThat(letter.obligation()).isEqualTo(question));
        assertThat(world.jdbc
                        .sql("select count(*) from scheduled_tasks where task_name = ?")
                        .param(DeliveryTasks.TELL.getTaskName())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static String link(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
