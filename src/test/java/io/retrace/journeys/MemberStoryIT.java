package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.MailBox;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Ada’s whole story on a phone: she sees, asks, waits, and reads what each company said, while Bea of Beacon Ads answers by
 * page and four companies answer over the wire. Every one of the seven words appears.
 */
@TestMethodOrder(OrderAnnotation.class)
class MemberStoryIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Duration SOON = Duration.ofMinutes(3);
    private static String reference = "";

    @Test
    @Order(1)
    @UseCase({"UC-001/1", "UC-002/2", "UC-004/1", "UC-004/2", "UC-004/3", "UC-006/3", "UC-026/4", "UC-026/8"})
    void ada_asks_for_everything_back_and_watches_seven_words_appear() throws Exception {
        long leaves = logSize();
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
                var desk = Browser.open()) {
            new SignInPage(phone.page(), RETRACE).openAs("ada@member.example", "/");
            assertThat(phone.page().locator("h1")).containsText("Seven companies received nine of your twelve photos.");
            phone.screenshot("story-1-home");

            var request = new AskPages(phone.page(), RETRACE).askForEverything();
            reference = phone.page().url().replaceAll(".*/(R-[^?#]*).*", "$1");
            for (int i = 0; i < 7; i++) assertThat(request.tags().nth(i)).hasText("Not asked yet");
            phone.screenshot("story-2-undo");

            request.waitForWord("Clearwater Safety", "Confirmed deleted", SOON);
            request.waitForWord("Northlight Research", "Had nothing", SOON);
            request.waitForWord("Palisade ID", "Kept some", SOON);
            request.waitForWord("Beacon Ads", "Asked", SOON);
            request.waitForWord("Lumen Vision", "Confirmed deleted", SOON);

            var bea = new CompanyPages(desk.page(), RETRACE);
            bea.openNewestAs("bea@beacon-ads.example");
            bea.sayWorkingOnIt();
            request.waitForWord("Beacon Ads", "Working on it", SOON);
            request.waitForWord("Mosaic Media", "No answer", SOON);
            phone.screenshot("story-3-seven-words");

            bea.answerErased("Kim Lang", "Privacy Lead");
            request.waitForWord("Beacon Ads", "Confirmed deleted", SOON);
            desk.screenshot("story-4-company-answered");
            phone.screenshot("story-5-beacon-answered");

            request.waitForRecipient("Lumen Vision", "Fjordline Benchmarks", "Confirmed deleted", SOON);
            bea.nameRecipient("Quarry & <b>Sons</b>", "quarry-networks.example");
            desk.screenshot("story-5a-company-named");
            request.waitForRecipient("Beacon Ads", "Quarry Networks", "Asked", SOON);
            request.waitForWord("Quarry Networks", "Asked", SOON);
            phone.screenshot("story-5b-passed-on");

            assertThat(phone.complaints()).isEmpty();
            assertThat(desk.complaints()).isEmpty();
            await().atMost(SOON).until(() -> logSize() >= leaves + 20);
        }
    }

    @Test
    @Order(2)
    @UseCase("UC-002/6")
    void asking_again_for_the_same_is_merged_and_says_so() {
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.DARK, "en-GB")) {
            new SignInPage(phone.page(), RETRACE).openAs("ada@member.example", "/ask");
            new AskPages(phone.page(), RETRACE).chooseEverythingAndSend();
            // the companies that answered for good may be asked anew; what is still open is not asked twice
            assertThat(phone.page().locator("main")).containsText("already");
            phone.screenshot("story-6-asked-again");
        }
    }

    @Test
    @Order(3)
    @UseCase("UC-026/8")
    void the_trail_of_a_photo_branches_on_to_those_that_companies_named() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("ada@member.example", "/");
            desk.page()
                    .locator(".photo .meta", new Page.LocatorOptions().setHasText("2014"))
                    .first()
                    .press("Enter");
            var trail = desk.page().locator("retrace-trail");
            assertThat(trail).containsText("Fjordline Benchmarks");
            assertThat(desk.page().locator(".rows"))
                    .containsText("Lumen Vision told us that it passed the photo on to it.");
            desk.screenshot("story-6a-trail");
            assertThat(desk.complaints()).isEmpty();
        }
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("sam@retrace.example", "/support/requests/" + reference);
            desk.page()
                    .locator("details.more summary", new Page.LocatorOptions().setHasText("Lumen Vision"))
                    .first()
                    .click();
            desk.screenshot("story-6b-support");
        }
    }

    @Test
    @Order(4)
    @UseCase("UC-004/5")
    void every_change_sent_a_mail_that_says_nothing_about_photos() {
        var box = new MailBox(RETRACE);
        await().atMost(SOON).until(() -> box.to("ada@member.example").size() >= 3);
        for (var mail : box.to("ada@member.example")) {
            assertThat(mail.subject()).matches("An update on your request R-[0-9A-Z]{4}-[0-9A-Z]{4}");
            assertThat(mail.text().toLowerCase(java.util.Locale.ROOT)).doesNotContain("photo", "dating", "lumen");
            assertThat(mail.text()).contains(RETRACE.portal() + "/requests/R-");
        }
    }

    @Test
    @Order(5)
    @UseCase({"UC-003/1", "UC-003/4"})
    void ben_takes_a_request_back_and_no_company_ever_learns_of_it() throws Exception {
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            new SignInPage(phone.page(), RETRACE).openAs("ben@member.example", "/ask");
            var request = new AskPages(phone.page(), RETRACE).askForEverything();

            request.takeBack();

            assertThat(phone.page().locator("main")).containsText("Not done");
            phone.screenshot("story-7-taken-back");
        }
    }

    private static long logSize() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var note = client.send(
                    HttpRequest.newBuilder(URI.create(RETRACE.portal() + "/log/checkpoint"))
                            .build(),
                    BodyHandlers.ofString());
            return note.statusCode() == 200
                    ? Long.parseLong(note.body().lines().toList().get(1))
                    : 0;
        }
    }
}
