package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.ScreenLook;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Screens that are only there once companies were asked for a copy: the copy’s card, receipts, and where a company answers. */
class ProofScreensIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    @UseCase({"UC-010/4", "UC-011/14"})
    void the_copys_card_its_receipts_and_the_companys_page() {
        var member = "proof-%x".formatted(System.nanoTime());
        new NewMembers(RETRACE).join(member);
        new PlatformApi(RETRACE).share(member, List.of("clearwater-safety", "beacon-ads"));
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            new SignInPage(phone.page(), RETRACE).openAs(member + "@member.example", "/ask");
            var request = new AskPages(phone.page(), RETRACE).askForCopy();
            request.waitForWord("Clearwater Safety", "Sent its copy", SOON);
            phone.page().locator("a[href*='/receipts/']").first().waitFor();
            phone.page().locator(".copy .date").waitFor();
            ScreenLook.everyWay(phone, "proof-request");
            receipt((String)
                    phone.page().locator("a[href*='/receipts/']").first().evaluate("link => link.href"));
        }
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("bea@beacon-ads.example", "/company");
            desk.page()
                    .locator(".inbox")
                    .first()
                    .locator("a.name", new Locator.LocatorOptions().setHasText("Send a copy"))
                    .last()
                    .click();
            assertThat(desk.page().locator("h1")).containsText("Send a copy");
            ScreenLook.everyWay(desk, "proof-company-copy");
        }
    }

    /** Nobody is signed in: the link alone opens it. */
    private static void receipt(String link) {
        try (var anybody = Browser.open()) {
            for (var language : List.of("en", "de")) {
                anybody.page().navigate(link.replaceAll("lang=..", "lang=" + language));
                assertThat(anybody.page().locator("h1")).containsText(language.equals("de") ? "Beleg" : "Receipt");
                assertThat(anybody.page().locator("html")).hasAttribute("lang", language);
                ScreenLook.everyWay(anybody, "proof-receipt-" + language);
            }
        }
    }
}
