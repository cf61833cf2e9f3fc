package io.retrace.ui.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.delivery.AnswerLinks;
import io.retrace.identity.MailDeclarant;
import io.retrace.shared.EmailAddress;
import io.retrace.shared.Reference;
import io.retrace.testing.UseCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What the doors of a mail link answer, and that only a code opens one. */
class AnswerLinkPagesTest {

    private static final String OURS = "ours";
    private static final String THEIRS = "theirs";
    private static final String CODE = "1234 5678";
    private static final String TAKEN = "/company/obligations/";

    private final Links links = new Links();
    private final MockMvcTester web = MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(new AnswerLinkPages(links, new OpenPages(ZoneId.of("Europe/Berlin"))))
                    .build());

    @Test
    @UseCase("UC-016/3")
    void a_code_opens_its_own_question_in_a_new_session() {
        var answer = web.perform(MockMvcRequestBuilders.post("/answer/ours").param("code", CODE));
        assertThat(answer).hasStatus(303).hasHeader("Location", TAKEN + links.question);
        assertThat(answer.getRequest().getSession(false)).isNotNull();
    }

    @Test
    @UseCase({"UC-016/3", "UC-016/6"})
    void it_opens_no_other_companys_link() {
        for (var code : new String[] {CODE, "", "x".repeat(5000)}) {
            var answer =
                    web.perform(MockMvcRequestBuilders.post("/answer/theirs").param("code", code));
            assertThat(answer).hasStatus(422).bodyText().contains("This code does not open the page");
            assertThat(answer.getRequest().getSession(false)).isNull();
        }
    }

    @Test
    @UseCase("UC-016/5")
    void whoever_asks_too_often_is_told_and_keeps_the_field_for_the_code() {
        links.asked = AnswerLinks.Asked.TOO_OFTEN;
        assertThat(web.post().uri("/answer/ours/code"))
                .hasStatus(429)
                .bodyText()
                .contains("That was asked for too often", "name=\"code\"");
    }

    @Test
    @UseCase("UC-016/2")
    void looking_and_what_the_address_says_was_done_do_nothing() {
        for (var said : new String[] {"sent", "new", "wrong", "too-often", "<script>"}) {
            for (var call : new MockMvcTester.MockMvcRequestBuilder[] {web.get(), web.head()}) {
                var answer = call.uri("/answer/ours?said={said}", said).exchange();
                assertThat(answer).hasStatusOk().bodyText().doesNotContain("<script");
                assertThat(answer.getRequest().getSession(false)).isNull();
            }
        }
        assertThat(links.writes).isZero();
    }

    @ParameterizedTest
    @EnumSource
    @UseCase("UC-016/8")
    void an_ended_link_offers_a_new_one_unless_nothing_is_asked_any_more(AnswerLinks.Standing standing) {
        links.standing = standing;
        var page = web.get().uri("/answer/ours").exchange();
        switch (standing) {
            case OPEN -> assertThat(page).bodyText().contains("Send the code").doesNotContain("Send a new link");
            case SETTLED, MOVED ->
                assertThat(page).bodyText().contains("Send a new link").doesNotContain("name=\"code\"");
            case TAKEN_BACK ->
                assertThat(page).bodyText().contains("needs no answer any more").doesNotContain("<button");
        }
    }

    @Test
    @UseCase("UC-016/9")
    void what_was_never_sent_is_not_found_by_any_door() {
        for (var call : new MockMvcTester.MockMvcRequestBuilder[] {web.get(), web.head()})
            assertThat(call.uri("/answer/never")).hasStatus(404);
        links.asked = AnswerLinks.Asked.UNKNOWN;
        for (var door : new String[] {"", "/code", "/link"})
            assertThat(web.post().uri("/answer/never" + door)).hasStatus(404);
    }

    @Test
    @UseCase("UC-016/9")
    void the_other_language_is_a_page_also_where_a_form_answered() {
        links.asked = AnswerLinks.Asked.TOO_OFTEN;
        for (var link : new String[] {"ours", "never"}) {
            for (var door : new String[] {"", "/code", "/link"}) {
                var answer = web.post().uri("/answer/" + link + door).exchange();
                assertThat(answer).bodyText().contains("href=\"/answer/" + link + "?lang=de\"");
            }
        }
        assertThat(web.get().uri("/answer/{odd}", "\"><b>")).bodyText().doesNotContain("<b>");
        assertThat(web.get().uri("/answer/never?lang=de"))
                .hasStatus(404)
                .bodyText()
                .contains("lang=\"de\"");
    }

    /** One link of ours, one of another company, and a count of what was asked to be changed. */
    private static final class Links implements AnswerLinks {

        private final UUID question = UUID.randomUUID();
        private Standing standing = Standing.OPEN;
        private Asked asked = Asked.ON_ITS_WAY;
        private int writes;

        @Override
        public Optional<State> look(String secret) {
            return secret.equals(OURS) || secret.equals(THEIRS)
                    ? Optional.of(new State(standing, new Reference("O-7K2M-Q9XD"), LocalDate.of(2026, 12, 7)))
                    : Optional.empty();
        }

        @Override
        public Asked askForCode(String secret) {
            writes++;
            return asked;
        }

        @Override
        public Asked askForLink(String secret) {
            writes++;
            return asked;
        }

        @Override
        public Optional<MailDeclarant> enter(String secret, String code) {
            writes++;
            return secret.equals(OURS) && code.equals(CODE)
                    ? Optional.of(new MailDeclarant(
                            "harbour-prints",
                            question,
                            new EmailAddress("privacy@harbour-prints.example"),
                            Instant.EPOCH))
                    : Optional.empty();
        }
    }
}
