package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.retrace.audit.BundleCheck;
import io.retrace.testing.Browser;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.RunningDatabase;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An auditor signs in, finds a request that companies have answered, takes it away and checks it at home. */
class AuditStoryIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final RunningDatabase DATABASE = new RunningDatabase(RETRACE);
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static String reference = "";

    @BeforeAll
    static void somebodyAskedAndTheCompaniesAnswered() {
        var member = "audited-%x".formatted(System.nanoTime());
        new NewMembers(RETRACE).join(member);
        new PlatformApi(RETRACE).share(member, List.of("lumen-vision", "palisade-id"));
        try (var browser = Browser.open()) {
            new SignInPage(browser.page(), RETRACE).openAs(member + "@member.example", "/ask");
            var ask = new AskPages(browser.page(), RETRACE);
            ask.chooseEverything();
            ask.send().click();
            reference = ask.confirmed();
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> answers() == 2);
    }

    @Test
    @UseCase({"UC-014/4", "UC-014/5", "UC-014/7"})
    void the_auditor_takes_the_request_away_and_checks_it_at_home() throws IOException {
        try (var desk = Browser.open()) {
            var page = find(desk);
            assertThat(page.locator("main")).containsText("Palisade ID");
            var bundle = taken(
                    page.waitForDownload(() -> link(page, "Download the bundle").click()));
            bundle.all(key());
            Assertions.assertThat(bundle.everything())
                    .contains("Directive (EU) 2015/849 Art. 40")
                    .doesNotContain(photosOfTheRequest());

            page.reload();
            page.locator("summary", new Page.LocatorOptions().setHasText("Taken"))
                    .click();
            assertThat(page.locator("main")).containsText(", redacted");
            Assertions.assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    @UseCase("UC-014/6")
    void what_is_not_redacted_asks_why_and_who() throws IOException {
        try (var desk = Browser.open()) {
            var page = find(desk);
            page.locator("summary", new Page.LocatorOptions().setHasText("own ids and hashes"))
                    .click();
            page.getByLabel("Reason").fill("Because");
            press(page, "Confirm that it’s me");
            var prove = Pattern.compile(Pattern.quote(RETRACE.keycloak()) + ".*");
            page.waitForURL(prove);
            new SignInPage(page, RETRACE).proveAgain();

            assertThat(page.getByLabel("Reason")).hasValue("Because"); // kept over the step-up
            press(page, "Confirm that it’s me");
            assertThat(page.locator(".error-summary")).containsText("20 to 2,000 characters");
            axe(page);
            page.getByLabel("Reason").fill("Order 2026-17 of the authority asks for the photos by hash.");
            press(page, "Confirm that it’s me");
            var bundle = taken(page.waitForDownload(
                    () -> link(page, "Download the unredacted bundle").click()));
            bundle.all(key());
            Assertions.assertThat(bundle.everything()).contains(photosOfTheRequest());
        }
    }

    @Test
    @UseCase({"UC-014/1", "UC-014/2", "UC-014/3"})
    void an_entry_is_found_proved_and_opened_on_record() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("avery@retrace.example", "/");
            var page = desk.page();
            assertThat(page.locator("h1")).hasText("Evidence log"); // where an auditor begins
            page.getByLabel("Request reference").fill(reference.toLowerCase(Locale.ROOT));
            page.getByLabel("Request reference").press("Enter");
            assertThat(page.locator("main [role=status]").first()).containsText(reference);
            page.locator("tr", new Page.LocatorOptions().setHasText("Request received"))
                    .locator("a")
                    .click();
            assertThat(page.locator("h1")).containsText("Entry ");
            assertThat(page.locator("main")).containsText("c2sp.org/tlog-proof@v1");
            press(page, "Open it, on record");
            assertThat(page.locator("main")).containsText("\"companies\":2");
            axe(page);
            desk.screenshot("story-entry-opened");
            Assertions.assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    @UseCase("UC-014/8")
    void the_register_names_the_duty_its_law_its_end_and_when_it_is_looked_at_again() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("avery@retrace.example", "/audit/register");
            var page = desk.page();
            page.getByLabel("Company").selectOption("palisade-id");
            press(page, "Show");
            var row = page.locator("tbody tr", new Page.LocatorOptions().setHasText(reference));
            assertThat(row).containsText("Palisade ID");
            assertThat(row).containsText("Directive (EU) 2015/849 Art. 40");
            assertThat(row).containsText("Pia Lindqvist, Compliance Officer");
            assertThat(row).containsText("30 Jun 2029");
            assertThat(row).containsText("30 Jul 2029"); // thirty days after the duty has ended
            assertThat(row).containsText("Duty runs");
            axe(page);
            desk.screenshot("story-register");
        }
    }

    private static Page find(Browser desk) {
        new SignInPage(desk.page(), RETRACE).openAs("avery@retrace.example", "/audit/requests");
        var page = desk.page();
        page.getByLabel("Request reference").fill(reference);
        press(page, "Find");
        assertThat(page.locator("h1")).hasText(reference);
        axe(page);
        return page;
    }

    private static void axe(Page page) {
        Assertions.assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .isEmpty();
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static BundleCheck taken(Download download) throws IOException {
        Assertions.assertThat(download.suggestedFilename())
                .startsWith(reference)
                .endsWith(".zip");
        return new BundleCheck(Files.readAllBytes(download.path()));
    }

    private static int answers() {
        return DATABASE.jdbc()
                .sql("select count(*) from attestation a join obligation o on o.id = a.obligation_id"
                        + " join request r on r.id = o.request_id where r.reference = ?")
                .param(reference)
                .query(Integer.class)
                .single();
    }

    private static String[] photosOfTheRequest() {
        return DATABASE.jdbc()
                .sql("select encode(i.sha256, 'hex') from obligation_item i join obligation o on o.id = i.obligation_id"
                        + " join request r on r.id = o.request_id where r.reference = ?")
                .param(reference)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    private static String key() {
        return DATABASE.jdbc()
                .sql("select verifier_key from evidence_key order by no desc limit 1")
                .query(String.class)
                .single();
    }
}
