package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A member of this story alone asks for a copy; four companies answer by API, one by page. */
class CopyStoryIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<String> COMPANIES =
            List.of("lumen-vision", "clearwater-safety", "palisade-id", "northlight-research", "beacon-ads");

    @Test
    @UseCase({"UC-011/14", "UC-011/13"})
    void a_copy_comes_from_each_company_in_its_own_way() {
        var member = "copy-%x".formatted(System.nanoTime());
        new NewMembers(RETRACE).join(member);
        var platform = new PlatformApi(RETRACE);
        platform.share(member, COMPANIES);
        platform.share(member, COMPANIES);
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
                var desk = Browser.open()) {
            new SignInPage(phone.page(), RETRACE).openAs(member + "@member.example", "/ask");
            var ask = new AskPages(phone.page(), RETRACE);
            var request = ask.askForCopy();
            assertThat(phone.page().locator(".undo")).hasCount(0);

            request.waitForWord("Clearwater Safety", "Sent its copy", SOON);
            request.waitForWord("Northlight Research", "Had nothing", SOON);
            request.waitForWord("Palisade ID", "Kept some back", SOON);
            request.waitForWord("Beacon Ads", "Asked", SOON);
            warnsBeforeErasing(phone, ask);
            request = follow(phone.page());

            answersByPage(desk);
            request.waitForWord("Beacon Ads", "Sent its copy", SOON);
            request.waitForWord("Lumen Vision", "Sent its copy", SOON);
            assertThat(phone.page().locator("h1"))
                    .containsText("Four of five companies sent their copies or had nothing.");
            phone.screenshot("copy-3-answered");
            assertThat(phone.complaints()).isEmpty();
            assertThat(desk.complaints()) // Chromium’s word for the one file that was refused
                    .allMatch(complaint -> complaint.contains("status of 422"));
        }
    }

    private static void warnsBeforeErasing(Browser phone, AskPages ask) {
        phone.page().navigate(RETRACE.portal() + "/ask");
        ask.chooseEverything();
        assertThat(phone.page().locator("main"))
                .containsText("What a company erases first it cannot send you any more.");
        phone.screenshot("copy-1-warned");
    }

    private static RequestPage follow(Page page) {
        page.navigate(RETRACE.portal() + "/requests");
        page.locator("a.name").first().click();
        return new RequestPage(page);
    }

    private static void answersByPage(Browser desk) {
        var page = desk.page();
        new SignInPage(page, RETRACE).openAs("bea@beacon-ads.example", "/company");
        page.locator("a.name", new Page.LocatorOptions().setHasText("Send a copy"))
                .last()
                .click();
        assertThat(page.locator("h1")).containsText("Send a copy of what you hold about two photos.");

        var input = page.locator("vaadin-upload input[type=file]");
        input.setInputFiles(file("notes.txt", "text/plain", "<script>alert(1)</script>"));
        assertThat(page.locator(".copy-files [role=alert]")).containsText("notes.txt was not taken.");
        input.setInputFiles(file("audiences.json", "application/json", "[{\"audience\": \"hikers\"}]"));
        assertThat(page.locator(".files > li", new Page.LocatorOptions().setHasText("audiences.json")))
                .containsText("application/json");
        desk.screenshot("copy-2-company");

        page.locator("input[type=radio][name=said][value=PROVIDED]").check();
        fill(page, "Your name", "Kim Lang");
        fill(page, "Your position", "Privacy Lead");
        press(page, "Check and send");
        assertThat(page.locator("h1")).hasText("Check your answer");
        assertThat(page.locator("main")).containsText("audiences.json");
        press(page, "Send this answer");
        assertThat(page.locator("main")).containsText("Your answer is on record.");
    }

    private static FilePayload file(String name, String type, String content) {
        return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(Page page, String label, String value) {
        var field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(value);
        field.blur();
    }

    private static void press(Page page, String name) {
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        button.click();
    }
}
