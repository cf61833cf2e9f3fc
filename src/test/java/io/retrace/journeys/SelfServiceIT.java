package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.MailBox;
import io.retrace.testing.MailBox.Mail;
import io.retrace.testing.RunningDatabase;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.ScreenLook;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Pia manages the record of Palisade ID; whoever reads its mailbox can put back what she, or an intruder, changed. */
class SelfServiceIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final RunningDatabase DATABASE = new RunningDatabase(RETRACE);
    private static final MailBox MAILS = new MailBox(RETRACE);
    private static final String PIA = "pia@palisade-id.example";
    private static final String CONTACT = "privacy@palisade-id.example";
    private static final String ELSEWHERE = "https://hooks.palisade-id.example/retrace";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/undo/[A-Za-z0-9_-]{32}");

    /** Other journeys need the company where it was, also if this one broke off. */
    @AfterAll
    static void put_back() {
        links().forEach(link -> post(link, "confirm=yes"));
    }

    @Test
    @UseCase({"UC-027/1", "UC-027/2", "UC-027/3", "UC-027/5", "UC-027/7"})
    void the_mailbox_puts_back_what_the_admin_changed() throws Exception {
        var before = endpoint();
        var known = links().size();
        try (var desk = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
                var mailbox = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            var page = desk.page();
            new SignInPage(page, RETRACE).openAs(PIA, "/company");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Your company’s record"))
                    .click();
            assertThat(page.locator("main h1")).hasText("Your company’s record");
            assertThat(page.locator("main input")).hasCount(0);
            ScreenLook.everyWay(desk, "self-service-1-before-proof");
            press(page, "Confirm that it’s me");
            new SignInPage(page, RETRACE).proveAgain();
            assertThat(page.locator("main h1")).hasText("Your company’s record");
            ScreenLook.everyWay(desk, "self-service-2-proved");

            page.getByLabel("New address").fill("https://169.254.169.254/latest");
            press(page, "Change: Address of your server");
            assertThat(page.locator(".error-summary")).containsText("https");
            ScreenLook.everyWay(desk, "self-service-3-refused");
            assertThat(endpoint()).isEqualTo(before);

            page.getByLabel("New address").fill(ELSEWHERE);
            press(page, "Change: Address of your server");
            assertThat(page.locator(".notice.good")).containsText("Your contact is told by mail");
            assertThat(endpoint()).isEqualTo(ELSEWHERE);
            ScreenLook.everyWay(desk, "self-service-4-changed");

            var link = await().atMost(SOON)
                    .until(SelfServiceIT::links, found -> found.size() > known)
                    .getLast();
            for (int i = 0; i < 5; i++) scanned(link);
            assertThat(endpoint()).as("looking changes nothing").isEqualTo(ELSEWHERE);
            mailbox.page().navigate(link + "?lang=de");
            assertThat(mailbox.page().locator("h1")).hasText("Diese Änderung zurücknehmen: Adresse Ihres Servers");
            ScreenLook.everyWay(mailbox, "self-service-5-link-de");
            mailbox.page().navigate(link);
            assertThat(mailbox.page().locator("main")).containsText(ELSEWHERE);
            ScreenLook.everyWay(mailbox, "self-service-5-link");
            press(mailbox.page(), "Undo it");
            assertThat(mailbox.page().locator("h1")).hasText("Address of your server: undone");
            ScreenLook.everyWay(mailbox, "self-service-6-undone");
            assertThat(endpoint()).isEqualTo(before);

            page.reload();
            assertThat(page.locator(".change").first()).containsText("undone on");
            assertThat(desk.complaints()).isEmpty();
        }
        assertThat(mails()).allSatisfy(mail -> assertThat(mail.text()).doesNotContain(ELSEWHERE, before));
    }

    @Test
    @UseCase("UC-027/1")
    void who_only_answers_for_a_company_sees_no_record() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("milo@mosaic-media.example", "/company");
            assertThat(desk.page().locator("main h1")).isVisible();
            assertThat(desk.page().locator("a[href*='company/settings']")).hasCount(0);
            desk.page().navigate(RETRACE.portal() + "/company/settings");
            assertThat(desk.page().locator("main h1")).hasText("This page does not exist, or it is not yours");
        }
    }

    private static String endpoint() {
        return DATABASE.jdbc()
                .sql("select url from webhook_endpoint join partner on no = partner_no where slug = 'palisade-id'")
                .query(String.class)
                .single();
    }

    private static List<Mail> mails() {
        return MAILS.to(CONTACT).stream()
                .filter(mail -> mail.subject().contains("record"))
                .toList();
    }

    private static List<String> links() {
        return mails().stream()
                .flatMap(mail -> LINK.matcher(mail.text()).results().limit(1))
                .map(found -> found.group())
                .toList();
    }

    private static void scanned(String link) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (var method : List.of("GET", "HEAD")) {
                var call = HttpRequest.newBuilder(URI.create(link)).method(method, BodyPublishers.noBody());
                assertThat(client.send(call.build(), BodyHandlers.ofString()).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    private static void post(String link, String form) {
        try (var client = HttpClient.newHttpClient()) {
            client.sendAsync(
                            HttpRequest.newBuilder(URI.create(link))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString(form))
                                    .build(),
                            BodyHandlers.discarding())
                    .join();
        }
    }

    private static void press(Page page, String name) {
        Locator button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
        button.click();
    }
}
