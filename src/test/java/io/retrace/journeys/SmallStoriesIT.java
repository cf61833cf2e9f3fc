package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Short visits: what one reads, what is covered, what happens when nothing was chosen. */
class SmallStoriesIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();

    @Test
    @UseCase("UC-001/2")
    void cleo_reads_that_no_company_received_any_of_her_photos() {
        try (var phone = phone("cleo@member.example", "/")) {
            assertThat(phone.page().locator("h1")).hasText("No company received any of your photos.");
            assertThat(phone.page().locator(".photo .meta").first()).containsText("No company");
        }
    }

    @Test
    @UseCase({"UC-001/3", "UC-001/4"})
    void a_photo_is_covered_until_it_is_tapped_and_its_trail_says_who_why_and_when() {
        try (var phone = phone("ada@member.example", "/")) {
            var cover = phone.page().locator("retrace-photo button").first();
            assertThat(cover).hasAttribute("aria-pressed", "false");
            cover.click();
            assertThat(cover).hasAttribute("aria-pressed", "true");

            var oldest = phone.page().locator(".photo .meta", new Page.LocatorOptions().setHasText("2014"));
            oldest.first().press("Enter"); // by keyboard: the whole tile is a picture, too

            assertThat(phone.page().locator("h1")).containsText("This photo went to");
            var trail = phone.page().locator("main");
            assertThat(trail).containsText("Lumen Vision");
            assertThat(trail).containsText("Argus Analytics");
            assertThat(trail).containsText("17 September 2014");
            assertThat(trail).containsText("It used the photo to train AI.");
            phone.screenshot("story-trail");
        }
    }

    @Test
    @UseCase("UC-002/1")
    void choosing_nothing_is_explained_and_nothing_is_sent() {
        try (var phone = phone("ben@member.example", "/ask")) {
            var next = phone.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"));
            assertThat(phone.page().locator("input[type=radio]:checked")).hasCount(0);
            next.click();
            assertThat(phone.page().locator(".error-summary")).containsText("Choose what you want to ask");
            phone.page().locator("label[for=what-erase]").click();
            next.click();
            assertThat(phone.page().locator("h1")).hasText("Which photos do you want back?");
            assertThat(phone.page().locator("input[type=radio]:checked")).hasCount(0);
            next.click();
            assertThat(phone.page().locator(".error-summary")).containsText("Choose which photos you mean");
            phone.screenshot("story-nothing-chosen");
        }
    }

    @Test
    @UseCase({"UC-007/2", "UC-007/4"})
    void support_reads_the_queue_and_incidents() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("sam@retrace.example", "/support");
            assertThat(desk.page().locator("h1")).hasText("Queue");
            desk.page().navigate(RETRACE.portal() + "/support/incidents");
            assertThat(desk.page().locator("h1")).containsText("Incidents");
        }
    }

    @Test
    @UseCase({"UC-028/4", "UC-028/5"})
    void a_company_sees_whether_its_webhook_works() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("pia@palisade-id.example", "/company");
            var card = desk.page().locator(".card", new Page.LocatorOptions().setHasText("Does your webhook work?"));
            button(card, "Send a test event").click();
            assertThat(card.locator("[role=status]")).containsText("It is on its way");
            button(card, "Send a test event").click();
            assertThat(card.locator("[role=status]")).containsText("One test event a minute");
            var newest = card.locator("tbody tr").first();
            var until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (newest.innerText().contains("On its way") && System.nanoTime() < until) {
                desk.page().waitForTimeout(500);
                button(card, "Look again").click();
            }
            assertThat(newest).containsText("Taken (202)");
        }
    }

    @Test
    void german_is_spoken_throughout() {
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "de-DE")) {
            new SignInPage(phone.page(), RETRACE).openAs("cleo@member.example", "/");
            assertThat(phone.page().locator("html")).hasAttribute("lang", Pattern.compile("de.*"));
            assertThat(phone.page().locator("h1")).containsText("Foto");
            phone.screenshot("story-german");
        }
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Browser phone(String account, String path) {
        var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
        new SignInPage(phone.page(), RETRACE).openAs(account, path);
        return phone;
    }
}
