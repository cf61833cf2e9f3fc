package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.AnswerLinks.Asked;
import io.retrace.delivery.AnswerLinks.Standing;
import io.retrace.delivery.AnswerLinks.State;
import io.retrace.delivery.spi.ChannelContract.FarSide;
import io.retrace.identity.MailDeclarant;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import io.retrace.shared.EmailAddress;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links and codes, from the mail to the door; and everybody who should not get through it. */
class MailLinkModuleTest {

    private static final Pattern LINK = Pattern.compile("/answer/([A-Za-z0-9_-]{32})");
    private static final Pattern CODE = Pattern.compile("([0-9]{4} [0-9]{4})");

    private final DeliveryWorld world = new DeliveryWorld();
    private final Mailed mailed = new Mailed(world);
    private final AnswerLinks links = world.bean(AnswerLinks.class);
    private final PartnerId harbour = world.companies.byMailLink("IE");
    private final ObligationId question = world.questions.ask(harbour);
    private String link = "";

    @BeforeEach
    void ask() {
        link = asked(question);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @UseCase("UC-016/3")
    void the_code_from_the_mailbox_opens_this_question_for_this_company() {
        var code = code();
        assertThat(links.enter(link, code)).hasValueSatisfying(who -> {
            assertThat(who.company()).isEqualTo(company().slug());
            assertThat(who.question()).isEqualTo(question.value());
            assertThat(who.mailbox()).isEqualTo(company().contact());
            assertThat(who.codeAt()).isEqualTo(world.clock.instant());
        });
        assertThat(links.enter(link, code)).as("replayed").isEmpty();
    }

    @Test
    @UseCase("UC-016/3")
    void five_wrong_tries_are_the_end_of_a_code() {
        var code = code();
        for (int i = 0; i < 5; i++) assertThat(links.enter(link, wrong(code))).isEmpty();
        assertThat(links.enter(link, code)).isEmpty();
    }

    @Test
    @UseCase("UC-016/3")
    void four_wrong_tries_and_spaces_are_forgiven() {
        var code = code();
        for (int i = 0; i < 4; i++) assertThat(links.enter(link, wrong(code))).isEmpty();
        assertThat(links.enter(link, " " + code.replace(" ", "-") + "\n")).isPresent();
    }

    @Test
    @UseCase("UC-016/3")
    void a_code_is_worth_nothing_after_a_quarter_of_an_hour() {
        var code = code();
        world.jdbc
                .sql("update link_mail set code_until = code_until - interval '15 minutes'")
                .update();
        assertThat(links.enter(link, code)).isEmpty();
    }

    @Test
    @UseCase("UC-016/3")
    void a_code_that_was_replaced_is_worth_nothing() {
        var first = code();
        later(Duration.ofMinutes(1));
        var second = code();
        if (!first.equals(second)) assertThat(links.enter(link, first)).isEmpty();
        assertThat(links.enter(link, second)).isPresent();
    }

    @Test
    @UseCase("UC-016/3")
    void a_code_for_one_link_opens_no_other() {
        var code = code();
        var elsewhere = asked(world.questions.ask(world.companies.byMailLink("IE")));
        assertThat(links.askForCode(elsewhere)).isEqualTo(Asked.ON_ITS_WAY);
        world.work();
        assertThat(mailed.arrived()).as("two questions, a code for each").hasSize(4);
        assertThat(links.enter(elsewhere, code)).isEmpty();
        assertThat(links.enter(link, code)).isPresent();
    }

    @Test
    @UseCase("UC-016/3")
    void of_many_who_bring_the_same_code_at_once_one_gets_in() throws Exception {
        var code = code();
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Optional<MailDeclarant>> enter = () -> links.enter(link, code);
            var in = threads
                    .invokeAll(IntStream.range(0, 4).mapToObj(n -> enter).toList())
                    .stream()
                    .filter(one -> one.resultNow().isPresent())
                    .count();
            assertThat(in).isOne();
        }
    }

    @Test
    @UseCase("UC-016/2")
    void looking_at_a_link_changes_nothing_however_often() {
        var before = everything();
        for (int i = 0; i < 50; i++) assertThat(state()).isEqualTo(Standing.OPEN);
        assertThat(everything()).isEqualTo(before);
        assertThat(links.enter(link, code())).isPresent();
    }

    @Test
    @UseCase("UC-016/4")
    void neither_links_nor_codes_lie_anywhere_in_the_clear() {
        assertThat(links.askForCode(link)).isEqualTo(Asked.ON_ITS_WAY);
        var queue = world.jdbc
                .sql("select convert_from(task_data, 'UTF8') from scheduled_tasks")
                .query(String.class)
                .list();
        world.work();
        var code = lastCode();
        assertThat(queue).isNotEmpty().noneMatch(data -> data.contains(link));
        assertThat(everything().toString()).doesNotContain(link, code, code.replace(" ", ""));
    }

    @Test
    @UseCase("UC-016/5")
    void a_link_has_five_codes_an_hour_sent_and_a_double_click_one() {
        assertThat(links.askForCode(link)).isEqualTo(Asked.ON_ITS_WAY);
        assertThat(links.askForCode(link)).isEqualTo(Asked.ON_ITS_WAY);
        world.work();
        assertThat(mailed.arrived()).hasSize(2); // the question, and one code
        for (int i = 0; i < 4; i++) {
            later(Duration.ofMinutes(1));
            assertThat(links.askForCode(link)).isEqualTo(Asked.ON_ITS_WAY);
        }
        later(Duration.ofMinutes(1));
        assertThat(links.askForCode(link)).isEqualTo(Asked.TOO_OFTEN);
        later(Duration.ofHours(1));
        assertThat(links.askForCode(link)).isEqualTo(Asked.ON_ITS_WAY);
    }

    @Test
    @UseCase("UC-016/5")
    void all_links_of_a_company_together_have_thirty() {
        for (int n = 0; n < 6; n++) {
            var other = asked(world.questions.ask(harbour));
            for (int i = 0; i < 5; i++) {
                assertThat(links.askForCode(other)).isEqualTo(Asked.ON_ITS_WAY);
                later(Duration.ofMinutes(1));
            }
        }
        assertThat(links.askForCode(link)).isEqualTo(Asked.TOO_OFTEN);
    }

    @Test
    @UseCase("UC-016/8")
    void a_link_whose_question_is_answered_takes_no_code_and_has_a_new_one_sent() {
        var code = code();
        world.questions.close(question);
        assertThat(state()).isEqualTo(Standing.SETTLED);
        assertThat(links.enter(link, code)).isEmpty();
        assertThat(links.askForCode(link)).isEqualTo(Asked.POINTLESS);
        assertThat(links.askForLink(link)).isEqualTo(Asked.ON_ITS_WAY);
        world.work();
        link = lastLink();
        assertThat(state()).isEqualTo(Standing.OPEN);
        world.clock.advance(Duration.ofDays(31));
        assertThat(state()).isEqualTo(Standing.SETTLED);
    }

    @Test
    @UseCase("UC-016/8")
    void a_link_to_an_address_that_is_not_on_file_any_more_is_withdrawn_and_the_new_one_goes_to_the_new_address() {
        var code = code();
        world.companies.moves(harbour, new EmailAddress("legal@harbour-prints.example"));
        assertThat(state()).isEqualTo(Standing.MOVED);
        assertThat(links.enter(link, code)).isEmpty();
        assertThat(links.askForCode(link)).isEqualTo(Asked.POINTLESS);
        assertThat(links.askForLink(link)).isEqualTo(Asked.ON_ITS_WAY);
        world.work();
        assertThat(mailed.lastRecipient()).isEqualTo("legal@harbour-prints.example");
        link = lastLink();
        assertThat(state()).isEqualTo(Standing.OPEN);
    }

    @Test
    @UseCase("UC-016/8")
    void a_link_whose_question_was_taken_back_says_so_and_offers_nothing() {
        world.questions.takeBack(question);
        assertThat(state()).isEqualTo(Standing.TAKEN_BACK);
        assertThat(links.askForCode(link)).isEqualTo(Asked.POINTLESS);
        assertThat(links.askForLink(link)).isEqualTo(Asked.POINTLESS);
        assertThat(world.open()).isZero();
    }

    @Test
    @UseCase("UC-016/9")
    void what_we_never_sent_is_unknown_to_every_door() {
        for (var guess : List.of("", "x", link.substring(1), link + "A", "A".repeat(32), "..", "%00")) {
            assertThat(links.look(guess)).isEmpty();
            assertThat(links.askForCode(guess)).isEqualTo(Asked.UNKNOWN);
            assertThat(links.askForLink(guess)).isEqualTo(Asked.UNKNOWN);
            assertThat(links.enter(guess, "0000 0000")).isEmpty();
        }
        assertThat(world.open()).isZero();
    }

    @Test
    void a_code_goes_out_again_as_a_new_one_once_the_mail_server_is_back() {
        mailed.farSide(FarSide.AWAY);
        assertThat(links.askForCode(link)).isEqualTo(Asked.ON_ITS_WAY);
        world.work();
        mailed.farSide(FarSide.TAKES);
        world.workNext();
        assertThat(links.enter(link, lastCode())).isPresent();
        assertThat(world.open()).isZero();
    }

    private String asked(ObligationId id) {
        world.due(id, 0);
        world.work();
        return lastLink();
    }

    private String code() {
        assertThat(links.askForCode(link)).isEqualTo(Asked.ON_ITS_WAY);
        world.work();
        return lastCode();
    }

    private static String wrong(String code) {
        return code.startsWith("9") ? "0" + code.substring(1) : "9" + code.substring(1);
    }

    private String lastCode() {
        return find(CODE);
    }

    private String lastLink() {
        return find(LINK);
    }

    private String find(Pattern pattern) {
        var found = pattern.matcher(mailed.last().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Standing state() {
        return links.look(link).map(State::standing).orElseThrow();
    }

    private Partner company() {
        return world.companies.partner(harbour);
    }

    /** For limits and codes, which go by the database’s time. */
    private void later(Duration time) {
        world.jdbc
                .sql(
                        "update link_mail set asked_at = asked_at - make_interval(secs => ?), code_until = code_until - make_interval(secs => ?)")
                .params(time.toSeconds(), time.toSeconds())
                .update();
    }

    private List<String> everything() {
        return Stream.of("answer_link", "link_mail", "scheduled_tasks")
                .flatMap(table ->
                        world.jdbc.sql("select t::text from " + table + " t").query(String.class).list().stream())
                .toList();
    }
}
