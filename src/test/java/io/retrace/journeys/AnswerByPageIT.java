package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.retrace.testing.Browser;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A member asks, a company’s responder answers and amends on its page, support follows. */
class AnswerByPageIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Duration UNDO_AND_DELIVERY = Duration.ofMinutes(3);

    @Test
    @UseCase({"UC-006/1", "UC-006/2", "UC-006/3", "UC-006/4", "UC-007/2"})
    void a_responder_answers_what_a_member_asked_and_amends_it() {
        ada_asks_everybody();
        try (var browser = Browser.open()) {
            var page = browser.page();
            new SignInPage(page, RETRACE).openAs("bea@beacon-ads.example", "/company");
            var question = the_first_question(page);

            assertThat(page.locator("main").innerText())
                    .doesNotContainIgnoringCase("ada@")
                    .contains("O-");
            assertThat(page.locator(".item-table tbody tr").count()).isPositive();
            assertThat(page.locator(".answers input:checked").count()).isZero();
            button(page, "Check and send").click();
            page.locator(".error-summary a").first().waitFor();
            fill_in(page);

            what_was_typed_survives(page, question);
            button(page, "Check and send").click();
            button(page, "Send this answer").dblclick();
            heading(page, "Thank you").waitFor();
            amend(page);

            assertThat(page.locator(".proof .version").count()).isEqualTo(2);
            assertThat(browser.complaints()).isEmpty();
            browser.screenshot("company-proof");
        }
        support_reads_it();
    }

    private static void ada_asks_everybody() {
        try (var browser = Browser.open()) {
            var page = browser.page();
            var signIn = new SignInPage(page, RETRACE);
            signIn.openAs("ada@member.example", "/ask/which");
            page.locator("label[for=which-all]").click();
            button(page, "Continue").click();
            button(page, "Confirm that it’s me").click();
            signIn.proveAgain();
            page.getByRole(AriaRole.BUTTON, named("Ask ")).last().click();
            page.waitForURL(Pattern.compile("/ask/sent/"));
        }
    }

    private static String the_first_question(Page page) {
        var questions = page.locator(".inbox .name");
        await().atMost(UNDO_AND_DELIVERY).pollInterval(Duration.ofSeconds(2)).until(() -> {
            page.navigate(RETRACE.portal() + "/company");
            page.locator("main h1").waitFor();
            return questions.count() > 0;
        });
        questions.first().click();
        page.locator(".answers").waitFor();
        return page.url();
    }

    private static void fill_in(Page page) {
        for (var subject : new String[] {"photos", "face-templates", "derived-data", "models"}) {
            page.locator("fieldset:has(#subjects-" + subject + ") input[value=ERASED]")
                    .check();
        }
        page.locator("fieldset:has(#method) input[value=ERASE]").check();
        page.locator("#live-erased-on").fill(LocalDate.now().toString());
        page.locator("fieldset:has(#onward) input[value=no]").check();
        page.locator("#declarant-name").fill("Bea Brandt");
        page.locator("#declarant-title").fill("Data Protection Lead");
        page.locator("#declarant-title").blur();
    }

    /** Somebody signs in again on another device: what was typed is there. */
    private static void what_was_typed_survives(Page page, String question) {
        try (var other = Browser.open()) {
            new SignInPage(other.page(), RETRACE).openAs("bea@beacon-ads.example", "/company");
            var typed = page.locator("#declarant-title").inputValue();
            await().untilAsserted(() -> {
                other.page().navigate(question);
                other.page().locator("#declarant-title").waitFor();
                assertThat(other.page().locator("#declarant-title").inputValue())
                        .isEqualTo(typed);
            });
            assertThat(other.page().locator("#subjects-photos").isChecked()).isTrue();
        }
    }

    private static void amend(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Amend this answer"))
                .click();
        page.locator("#amends").fill("A backup was found and emptied");
        page.locator("#declarant-name").fill("Bea Brandt");
        page.locator("#declarant-title").fill("Data Protection Lead");
        page.locator("#declarant-title").blur();
        button(page, "Check and send").click();
        button(page, "Send this answer").click();
        heading(page, "Thank you").waitFor();
    }

    private static void support_reads_it() {
        try (var browser = Browser.open()) {
            var page = browser.page();
            new SignInPage(page, RETRACE).openAs("sam@retrace.example", "/support");
            page.locator("tbody th a").first().waitFor();
            page.keyboard().press("j");
            page.keyboard().press("o");
            page.locator(".companies summary").first().waitFor();
            page.locator(".companies summary").first().click();
            page.locator(".companies .item-table tbody tr").first().waitFor();

            assertThat(page.locator(".timeline li").count()).isPositive();
            assertThat(page.locator("main").innerText()).doesNotContainIgnoringCase("ada@");
            assertThat(browser.complaints()).isEmpty();
            browser.screenshot("support-request");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
