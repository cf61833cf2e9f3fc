package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.MailBox;
import io.retrace.testing.MailBox.Mail;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.RunningDatabase;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.ScreenLook;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Harbour Prints has no account: it is asked by mail, and answers with what is in its mailbox. */
class MailLinkIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final RunningDatabase DATABASE = new RunningDatabase(RETRACE);
    private static final MailBox MAILS = new MailBox(RETRACE);
    private static final String CONTACT = "privacy@harbour-prints.example";
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+/answer/[A-Za-z0-9_-]+");
    private static final Pattern CODE = Pattern.compile("\\b\\d{4} \\d{4}\\b");

    @Test
    @UseCase({"UC-016/1", "UC-016/2", "UC-016/3", "UC-016/6", "UC-016/7", "UC-016/8"})
    void harbour_prints_answers_with_what_is_in_its_mailbox() throws Exception {
        var member = "mail-link-%x".formatted(System.nanoTime());
        var account = new NewMembers(RETRACE).join(member);
        new PlatformApi(RETRACE).share(member, List.of("harbour-prints"));
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
                var office = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            new SignInPage(phone.page(), RETRACE).openAs(account, "/ask");
            var request = new AskPages(phone.page(), RETRACE).askForEverything();
            request.waitForWord("Harbour Prints", "Asked", SOON);
            var reference = itsReference(reference(phone.page()));

            var asked = mail(reference + ": your answer", 1);
            assertThat(asked.text()).doesNotContain(member, "Mem", "photo", "Ada");
            var link = URI.create(found(LINK, asked));
            nothing_happens_to_a_link_that_scanners_open(link);

            opensByCode(office, link, reference);
            assertThat(office.page().locator(".crumb")).hasCount(0);
            theCodeOpensNothingElse(office.page());
            new CompanyPages(office.page(), RETRACE).answerErased("Hanna Voss", "Owner");
            office.screenshot("mail-link-5-answered");
            request.waitForWord("Harbour Prints", "Confirmed deleted", SOON);
            theProofNamesTheMailbox(reference);
            assertThat(phone.page().locator(".receipts .receipt-links").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(SOON.toMillis()));

            anEndedLinkExplainsAndOffersANewOne(link, reference);
        }
    }

    @Test
    @UseCase("UC-016/9")
    void what_was_never_sent_looks_like_nothing() throws Exception {
        var never = URI.create(RETRACE.portal() + "/answer/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        assertThat(call("GET", never, "").statusCode()).isEqualTo(404);
        try (var window = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            window.page().navigate(never.toString());
            assertThat(window.page().locator("h1")).hasText("This link leads nowhere");
            ScreenLook.everyWay(window, "mail-link-unknown");
        }
        try (var window = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "de-DE")) {
            window.page().navigate(never.toString());
            assertThat(window.page().locator("h1")).hasText("Dieser Link führt nirgendwohin");
            ScreenLook.everyWay(window, "mail-link-unknown-de");
        }
    }

    /** Visits are counted for the limit, in a table of their own, as those to receipts are; nothing else is written. */
    private static void nothing_happens_to_a_link_that_scanners_open(URI link) throws Exception {
        var before = stored();
        for (int i = 0; i < 25; i++) {
            for (var method : List.of("GET", "HEAD")) {
                var answer = call(method, link, "");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
            }
        }
        assertThat(stored()).isEqualTo(before);
    }

    private static List<@Nullable String> stored() {
        return DATABASE.jdbc().sql("""
                        select 'link ' || t::text from answer_link t union all
                        select 'mail ' || t::text from link_mail t union all
                        select 'said ' || t.obligation_id || t.version from attestation t union all
                        select 'opened ' || o.id || coalesce(o.acknowledged_at::text, '') from obligation o
                         order by 1""").query(String.class).list();
    }

    /** A company knows a request by a reference of its own. */
    private static String itsReference(String request) {
        return DATABASE.jdbc()
                .sql("select o.reference from obligation o join request r on r.id = o.request_id where r.reference = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    private static void opensByCode(Browser office, URI link, String reference) {
        var page = office.page();
        page.navigate(link.toString());
        assertThat(page.locator("h1")).containsText(reference + " needs your answer by");
        ScreenLook.everyWay(office, "mail-link-1-open");
        page.navigate(link + "?lang=de");
        assertThat(page.locator("h1")).containsText(reference + " braucht Ihre Antwort");
        ScreenLook.everyWay(office, "mail-link-1-open-de");
        page.navigate(link.toString());
        press(page, "Send the code");
        assertThat(page.locator("[role=status]")).containsText("The code is on its way");
        ScreenLook.everyWay(office, "mail-link-2-sent");
        var code = found(CODE, mail(reference + ": your code", 1));
        page.locator("#code").fill(code.startsWith("0000") ? "1111 1111" : "0000 0000");
        press(page, "Open the page");
        assertThat(page.locator("[role=alert]")).containsText("This code does not open the page");
        ScreenLook.everyWay(office, "mail-link-3-wrong");
        page.locator("#code").fill(code);
        press(page, "Open the page");
        assertThat(page.locator("main h1")).containsText("and confirm");
        ScreenLook.everyWay(office, "mail-link-4-question");
    }

    /** Whoever knows the address of another company’s question reads what they would read of none. */
    private static void theCodeOpensNothingElse(Page page) {
        var own = page.url();
        for (var path : List.of("/company/obligations/" + askedOfAnother(), "/company/obligations/" + new UUID(1, 1))) {
            page.navigate(RETRACE.portal() + path);
            assertThat(page.locator("main h1")).hasText("This page does not exist, or it is not yours");
        }
        page.navigate(own);
        assertThat(page.locator("main h1")).containsText("and confirm");
    }

    private static UUID askedOfAnother() {
        var member = "mail-link-other-%x".formatted(System.nanoTime());
        var account = new NewMembers(RETRACE).join(member);
        new PlatformApi(RETRACE).share(member, List.of("thistle-analytics"));
        try (var window = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            new SignInPage(window.page(), RETRACE).openAs(account, "/ask");
            new AskPages(window.page(), RETRACE).askForEverything().waitForWord("Thistle Analytics", "Asked", SOON);
            return DATABASE.jdbc()
                    .sql("select o.id from obligation o join request r on r.id = o.request_id where r.reference = ?")
                    .param(reference(window.page()))
                    .query(UUID.class)
                    .single();
        }
    }

    private static String reference(Page request) {
        return request.url().replaceAll(".*/requests/(R-[^?#]+).*", "$1");
    }

    private static void theProofNamesTheMailbox(String reference) {
        var signed =
                DATABASE.jdbc().sql("""
                        select convert_from(s.signed, 'UTF8') from attestation_signature s
                          join obligation o on o.id = s.obligation_id where o.reference = ?""").param(reference).query(String.class).single();
        assertThat(signed)
                .contains("\"acr\":\"mail-code\"", "\"mail_domain\":\"harbour-prints.example\"")
                .doesNotContain(CONTACT);
    }

    private static void anEndedLinkExplainsAndOffersANewOne(URI link, String reference) {
        try (var window = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            var page = window.page();
            page.navigate(link.toString());
            assertThat(page.locator("h1")).hasText(reference + " is answered");
            ScreenLook.everyWay(window, "mail-link-6-settled");
            press(page, "Send a new link");
            assertThat(page.locator("[role=status]")).containsText("A new link is on its way");
            ScreenLook.everyWay(window, "mail-link-7-new");
            page.navigate(found(LINK, mail(reference + ": the link you asked for", 1)));
            assertThat(page.locator("h1")).containsText(reference);
            assertThat(page.locator("#code")).isVisible();
        }
    }

    private static Mail mail(String subject, int atLeast) {
        return await().atMost(SOON)
                .until(
                        () -> MAILS.to(CONTACT).stream()
                                .filter(mail -> mail.subject().startsWith(subject))
                                .toList(),
                        mails -> mails.size() >= atLeast)
                .getLast();
    }

    private static String found(Pattern pattern, Mail mail) {
        return pattern.matcher(mail.text()).results().findFirst().orElseThrow().group();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static HttpResponse<String> call(String method, URI address, String body)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var call = HttpRequest.newBuilder(address).method(method, BodyPublishers.ofString(body));
            return client.send(call.build(), BodyHandlers.ofString());
        }
    }
}
