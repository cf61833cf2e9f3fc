package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.retrace.testing.Browser;
import io.retrace.testing.RunningDatabase;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log contradicts what was signed: support sees it, their lead settles it, and the auditor reads who and why. */
class FindingStoryIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final RunningDatabase DATABASE = new RunningDatabase(RETRACE);
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String WHY = "A drill of ours: backups and disk were compared, nothing was changed.";

    @BeforeEach
    void something_is_found() {
        DATABASE.jdbc()
                .sql(
                        "insert into evidence_finding (kind, at_size, detail, found_at)"
                                + " values ('FORKED', (select 9000 + count(*) from evidence_finding), 'planted by a journey', now())")
                .update();
    }

    @AfterEach
    void nothing_stays_open() {
        DATABASE.jdbc()
                .sql("insert into evidence_finding_settled (finding_no, settled_by, why)"
                        + " select no, 'a journey', 'over' from evidence_finding on conflict do nothing")
                .update();
    }

    @Test
    @UseCase({"UC-009/9", "UC-014/12"})
    void what_the_watch_found_is_seen_by_support_settled_by_their_lead_and_read_by_the_auditor() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("sam@retrace.example", "/support");
            desk.page()
                    .locator(".strip", new Page.LocatorOptions().setHasText("contradicts"))
                    .click();
            assertThat(desk.page().locator("main")).containsText("Only a support lead can let signing go on.");
            assertThat(desk.page().locator("textarea")).hasCount(0);
        }
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("avery@retrace.example", "/audit");
            assertThat(desk.page().locator(".strip")).containsText("Nothing more is signed");
            assertThat(desk.page().locator("main")).containsText("planted by a journey");
            axe(desk.page());
            desk.screenshot("story-finding-open-audit");
        }
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("lea@retrace.example", "/support/findings");
            settle(desk);
        }
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("avery@retrace.example", "/audit");
            assertThat(desk.page().locator(".strip")).hasCount(0);
            desk.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("found before"))
                    .click();
            assertThat(desk.page().locator("main")).containsText(WHY);
            its_leaf_is_in_the_log(desk.page());
            axe(desk.page());
            desk.screenshot("story-finding-settled-audit");
        }
    }

    /** The page shows the log as it was when it was loaded, and leaves are placed in the next seconds. */
    private static void its_leaf_is_in_the_log(Page page) {
        await().atMost(Duration.ofMinutes(1)).pollInSameThread().untilAsserted(() -> {
            page.reload();
            assertThat(page.locator(".leaves")).containsText("finding-settled");
        });
    }

    private static void settle(Browser desk) {
        var page = desk.page();
        var note = page.getByLabel("What you found, and why signing may go on");
        note.fill(WHY);
        desk.screenshot("story-finding-open");
        press(page);
        page.waitForURL(Pattern.compile(Pattern.quote(RETRACE.keycloak()) + ".*"));
        new SignInPage(page, RETRACE).proveAgain();
        assertThat(note).hasValue(WHY); // kept over the step-up
        note.fill("ok");
        press(page);
        assertThat(page.locator(".error-summary")).containsText("20 to 2,000 characters");
        axe(page);
        note.fill(WHY);
        press(page);
        assertThat(page.locator(".finding").first()).containsText("Why signing went on");
        assertThat(page.locator("textarea")).hasCount(0);
        axe(page);
        desk.screenshot("story-finding-settled");
    }

    private static void press(Page page) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Confirm that it’s me and let signing go on"))
                .click();
    }

    private static void axe(Page page) {
        Assertions.assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations())
                .isEmpty();
    }
}
