package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.retrace.testing.ApiTokens;
import io.retrace.testing.Browser;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is not yours answers exactly like what does not exist: between two members, and between two companies. */
class StrangersIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    @UseCase({"UC-004/6", "UC-001/5"})
    void another_members_request_and_photo_read_like_ones_that_do_not_exist() {
        String reference;
        String photo;
        try (var ada = Browser.open()) {
            new SignInPage(ada.page(), RETRACE).openAs("ada@member.example", "/requests");
            ada.page().locator("main h1").waitFor();
            if (ada.page().locator("a[href*='requests/R-']").count() == 0) {
                ada.page().navigate(RETRACE.portal() + "/ask");
                new AskPages(ada.page(), RETRACE).chooseEverythingAndSend();
                ada.page().navigate(RETRACE.portal() + "/requests");
            }
            ada.page().locator("a[href*='requests/R-']").first().waitFor();
            reference = href(ada, "a[href*='requests/R-']");
            ada.page().navigate(RETRACE.portal() + "/");
            ada.page().locator("a[href*='photos/']").first().waitFor();
            photo = href(ada, "a[href*='photos/']");
        }
        try (var ben = Browser.open()) {
            new SignInPage(ben.page(), RETRACE).openAs("ben@member.example", "/");
            assertThat(read(ben, "/" + reference)).isEqualTo(read(ben, "/requests/R-0000-0000"));
            assertThat(read(ben, "/" + photo)).isEqualTo(read(ben, "/photos/" + new UUID(0x7000L, 1L)));
        }
    }

    @Test
    void an_address_that_leads_nowhere_reads_like_what_is_not_yours() {
        for (var user : new String[] {"ben@member.example", "sam@retrace.example", "bea@beacon-ads.example"}) {
            try (var somebody = Browser.open()) {
                var page = somebody.page();
                new SignInPage(page, RETRACE).openAs(user, "/");
                page.locator("main h1").waitFor();
                for (var path : new String[] {"/no-such-page", "/support/nope/nope", "/photos"})
                    assertThat(refused(page, path)).as(user + " at " + path).isEqualTo(404);
                refused(page, "/audit"); // a view: its page is sent before anybody knows who may see it
            }
        }
    }

    @Test
    @UseCase({"UC-005/4", "UC-006/1"})
    void another_companys_obligation_answers_like_one_that_does_not_exist() throws Exception {
        var foreign = first("company-palisade-id");
        var unknown = UUID.randomUUID().toString();
        for (var path : new String[] {"", "/items"}) {
            var strange = get("company-clearwater-safety", "/api/v1/obligations/" + foreign + path);
            var missing = get("company-clearwater-safety", "/api/v1/obligations/" + unknown + path);
            assertThat(strange.statusCode()).isEqualTo(404);
            assertThat(strange.body().replace(foreign, "…"))
                    .isEqualTo(missing.body().replace(unknown, "…"));
            assertThat(missing.statusCode()).isEqualTo(404);
        }
        try (var bea = Browser.open()) {
            new SignInPage(bea.page(), RETRACE).openAs("bea@beacon-ads.example", "/company");
            assertThat(read(bea, "/company/obligations/" + foreign))
                    .isEqualTo(read(bea, "/company/obligations/" + unknown));
        }
    }

    @Test
    @UseCase("UC-005/6")
    void a_forged_token_is_refused_and_a_repeated_answer_is_recorded_once() throws Exception {
        var mine = first("company-palisade-id");
        var forged = HTTP.send(
                HttpRequest.newBuilder(URI.create(RETRACE.portal() + "/api/v1/obligations/" + mine + "/attestations"))
                        .header("Authorization", "Bearer not.a.token")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(forged.statusCode()).isEqualTo(401);

        var obligation = json(get("company-palisade-id", "/api/v1/obligations/" + mine));
        assertThat(obligation.path("answers").size()).isLessThanOrEqualTo(1);
    }

    private static String first(String client) throws Exception {
        for (var state : new String[] {"answered", "open"}) {
            var items = json(get(client, "/api/v1/obligations?state=" + state)).path("items");
            if (!items.isEmpty()) return items.get(0).path("id").asString();
        }
        try (var ada = Browser.open()) {
            new SignInPage(ada.page(), RETRACE).openAs("ada@member.example", "/ask");
            new AskPages(ada.page(), RETRACE)
                    .askForEverything()
                    .waitForWord("Palisade ID", "Kept some", java.time.Duration.ofMinutes(3));
        }
        return first(client);
    }

    private static HttpResponse<String> get(String client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(RETRACE.portal() + path))
                .header("Authorization", "Bearer " + ApiTokens.of(client, RETRACE))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    /** The status of an answer that says, in our words, that there is nothing. */
    private static int refused(Page page, String path) {
        var answer = page.navigate(RETRACE.portal() + path);
        page.locator("main h1").waitFor();
        assertThat(page.locator("main h1").innerText())
                .as(path)
                .isEqualTo("This page does not exist, or it is not yours");
        return answer.status();
    }

    private static String href(Browser browser, String selector) {
        return browser.page().locator(selector).first().getAttribute("href");
    }

    private static String read(Browser browser, String path) {
        browser.page().navigate(RETRACE.portal() + path);
        browser.page().locator("main h1").waitFor();
        return browser.page().locator("main").innerText();
    }
}
