package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.MailBox;
import io.retrace.testing.NewMembers;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A person leaves: reads what goes and what stays, changes their mind once, and is gone, from the real Keycloak too. */
class CloseAccountIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();

    @Test
    @UseCase({"UC-013/1", "UC-013/2", "UC-013/3", "UC-013/4"})
    void a_member_closes_the_account_keeps_it_and_closes_it_for_good() {
        var members = new NewMembers(RETRACE);
        var member = members.join("m-leaves-" + UUID.randomUUID().toString().substring(0, 8));
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB")) {
            var page = phone.page();
            new SignInPage(page, RETRACE).openAs(member, "/settings");
            link(page, "Close my account …");
            assertThat(page.locator("h1")).hasText("Close my account and erase what Retrace holds");
            assertThat(page.locator("main")).containsText("What stays, and why");
            phone.screenshot("close-account");
            order(page);
            assertThat(page.locator("h1")).hasText("Your account will be closed");
            phone.screenshot("close-ordered");

            button(page, "Keep my account");
            assertThat(page.locator(".notice").first()).hasText("Your account stays. Nothing was erased.");

            order(page);
            assertThat(page.locator("h1")).hasText("Your account will be closed");
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> !members.has(member));
            page.navigate(RETRACE.portal() + "/settings");
            page.waitForURL(Pattern.compile(".*/(welcome|session-expired).*"));
            phone.screenshot("close-gone");
            refusedToSignIn(page, member);
        }
        assertThat(new MailBox(RETRACE).to(member))
                .extracting(MailBox.Mail::subject)
                .containsOnly("About your Retrace account")
                .hasSize(4); // ordered, kept, ordered, done
    }

    private static void order(Page page) {
        var prove = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm that it’s me"));
        var close = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close my account"));
        prove.or(close).waitFor();
        if (prove.isVisible()) {
            prove.click();
            new SignInPage(page, RETRACE).proveAgain();
        }
        close.click();
    }

    private static void refusedToSignIn(Page page, String member) {
        page.navigate(RETRACE.portal() + "/oauth2/authorization/keycloak");
        page.locator("#username").fill(member);
        page.locator("input[name=password]").fill(RETRACE.password());
        page.locator("#kc-login").click();
        assertThat(page.locator("#username")).isVisible();
        assertThat(page.url()).startsWith(RETRACE.keycloak());
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
