package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Milo of Mosaic Media says that a photo is erased, then that it was never there; a member of this story alone reads both. */
class AmendStoryIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String WHY = "We looked in the wrong archive.";

    @Test
    @UseCase("UC-006/5")
    void an_amended_answer_stands_beside_the_one_it_replaced() {
        var member = "amend-%x".formatted(System.nanoTime());
        var account = new NewMembers(RETRACE).join(member);
        new PlatformApi(RETRACE).share(member, List.of("mosaic-media"));
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
                var desk = Browser.open()) {
            new SignInPage(phone.page(), RETRACE).openAs(account, "/ask");
            var request = new AskPages(phone.page(), RETRACE).askForEverything();
            request.waitForWord("Mosaic Media", "Asked", SOON);

            var milo = new CompanyPages(desk.page(), RETRACE);
            milo.openLatestAs("milo@mosaic-media.example");
            milo.answerErased("Milo Reed", "Privacy Lead");
            request.waitForWord("Mosaic Media", "Confirmed deleted", SOON);
            // an answer amended before its receipt was issued leaves one receipt only
            assertThat(phone.page().locator(".receipts .receipt-links")).hasCount(2, count());

            milo.amendToNeverHeld(WHY, "Milo Reed", "Privacy Lead");
            bothVersions(desk.page().locator("main"));
            desk.screenshot("amend-1-company");
            request.waitForWord("Mosaic Media", "Had nothing", SOON);
            readsBoth(phone.page());
            phone.screenshot("amend-2-member");
        }
    }

    private static void readsBoth(Page page) {
        assertThat(page.locator(".timeline")).containsText("Mosaic Media changed its answer: it had nothing.");
        page.locator("summary", new Page.LocatorOptions().setHasText("Everything it said"))
                .click();
        bothVersions(page.locator(".rows"));
        assertThat(page.locator(".receipts summary"))
                .hasText("Earlier versions", new LocatorAssertions.HasTextOptions().setTimeout(SOON.toMillis()));
    }

    private static LocatorAssertions.HasCountOptions count() {
        return new LocatorAssertions.HasCountOptions().setTimeout(SOON.toMillis());
    }

    private static void bothVersions(Locator said) {
        assertThat(said).containsText("Answer 1, replaced");
        assertThat(said).containsText("Answer 2, in force");
        assertThat(said).containsText(WHY);
    }
}
