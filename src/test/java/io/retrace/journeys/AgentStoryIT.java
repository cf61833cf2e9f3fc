package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.MailBox;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.SigningAgent;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A support lead registers an agent; it files for a person, who says yes on a phone; it reads that it was done. */
class AgentStoryIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String UNDECIDED = "in_progress/need_user_verification";

    private final String name = "m-agent-%x".formatted(System.nanoTime());
    private final AgentOverHttp agent = new AgentOverHttp("A_%x".formatted(System.nanoTime()), RETRACE);

    @Test
    @UseCase({"UC-025/1", "UC-025/3", "UC-025/6", "UC-025/7", "UC-025/9", "UC-025/13"})
    void what_an_agent_files_becomes_a_request_when_its_person_says_yes() {
        var member = new NewMembers(RETRACE).join(name);
        new PlatformApi(RETRACE).share(name, List.of("lumen-vision"));
        assertThat(agent.pair().status()).as("nobody knows it yet").isEqualTo(403);
        register();
        assertThat(agent.pair().status()).isEqualTo(200);

        var filed = agent.erase("r-1", member);
        assertThat(filed.words()).isEqualTo(UNDECIDED);
        assertThat(agent.erase("r-1", member).id()).isEqualTo(filed.id());
        assertThat(agent.erase("r-2", "nobody-there@member.example").words())
                .as("nobody learns who is a member")
                .isEqualTo(UNDECIDED);
        forgeriesAreRefused(member);

        var takenBack = agent.erase("r-3", member);
        assertThat(agent.revoke(takenBack.id()).status()).isEqualTo(200);
        assertThat(agent.revoke(takenBack.id()).status()).isEqualTo(200);

        await().atMost(SOON)
                .until(() -> new MailBox(RETRACE)
                        .to(member).stream().anyMatch(mail -> mail.text().contains("on your behalf")));
        var reference = saysYes(member);
        await().atMost(SOON).until(() -> agent.read(filed.id()).words().equals("fulfilled"));
        staffReadWhoFiled(reference);
    }

    private void register() {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("sam@retrace.example", "/support/agents");
            assertThat(desk.page().locator("main")).containsText("Only a support lead can register agents.");
        }
        try (var desk = Browser.open()) {
            var page = desk.page();
            new SignInPage(page, RETRACE).openAs("lea@retrace.example", "/support/agents");
            page.getByLabel("Id in the service directory").fill(agent.agent.id);
            page.getByLabel("Name that people read").fill("Careful Agents");
            page.getByLabel("Verify key").fill("no key");
            page.getByLabel("Address for status callbacks").fill("https://agent.example/drp");
            press(page, "Confirm that it’s me and register");
            assertThat(page.locator(".error-summary")).containsText("This is no Ed25519 key");
            axe(page);
            desk.screenshot("agents-form");
            page.getByLabel("Verify key").fill(agent.agent.verifyKey());
            press(page, "Confirm that it’s me and register");
            new SignInPage(page, RETRACE).proveAgain();
            assertThat(page.getByLabel("Verify key")).hasValue(agent.agent.verifyKey()); // kept over the step-up
            press(page, "Confirm that it’s me and register");
            assertThat(page.locator(".notice").first()).hasText("Careful Agents is registered as it stands here.");
            axe(page);
            desk.screenshot("agents");
        }
    }

    private void forgeriesAreRefused(String member) {
        var message = agent.agent.exercise(Instant.now(), "deletion", "r-9", member);
        var thief = new SigningAgent(agent.agent.id);
        assertThat(agent.exercise(thief.sign(message)).status()).isEqualTo(403);
        message.put("agent-id", "A_OTHER");
        assertThat(agent.exercise(agent.agent.sign(message)).status()).isEqualTo(403);
        var late = agent.agent.exercise(Instant.now().minusSeconds(3_600), "deletion", "r-9", member);
        assertThat(agent.exercise(agent.agent.sign(late)).status()).isEqualTo(400);
        assertThat(agent.exercise("no Base64 of anything").status()).isEqualTo(400);
        var once = agent.agent.sign(agent.agent.exercise(Instant.now(), "access", "r-8", "nobody@member.example"));
        assertThat(agent.exercise(once).status()).isEqualTo(200);
        assertThat(agent.exercise(once).status()).isEqualTo(409);
    }

    private String saysYes(String member) {
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            var page = phone.page();
            new SignInPage(page, RETRACE).openAs(member, "/requests");
            assertThat(page.locator("main")).containsText("A business has asked for something on your behalf.");
            phone.screenshot("filed-open");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Look, and say yes or no"))
                    .click();
            assertThat(page.locator("h2")).hasText("Careful Agents asks companies to erase all your photos");
            axe(page);
            phone.screenshot("filed");
            phone.become(Screen.PHONE, ColorScheme.DARK);
            phone.screenshot("filed-dark");
            phone.become(Screen.PHONE, ColorScheme.LIGHT);
            var yes = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, ask for me"));
            var prove = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm that it’s me"));
            yes.or(prove).waitFor();
            if (prove.isVisible()) {
                prove.click();
                new SignInPage(page, RETRACE).proveAgain();
            }
            yes.click();
            page.waitForURL(Pattern.compile(".*/requests/R-.*"));
            var reference = page.url().replaceAll(".*/(R-[^?#]*).*", "$1");
            new RequestPage(page).waitForWord("Lumen Vision", "Confirmed deleted", SOON);
            page.navigate(RETRACE.portal() + "/filed");
            assertThat(page.locator("main")).containsText("Nobody waits for your yes or no.");
            return reference;
        }
    }

    private void staffReadWhoFiled(String reference) {
        try (var desk = Browser.open()) {
            new SignInPage(desk.page(), RETRACE).openAs("sam@retrace.example", "/support/requests/" + reference);
            assertThat(desk.page().locator("main")).containsText("Careful Agents · " + agent.agent.id);
            axe(desk.page());
            desk.screenshot("agents-request");
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    private static void axe(Page page) {
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations())
                .isEmpty();
    }
}
