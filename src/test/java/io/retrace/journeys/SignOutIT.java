package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.retrace.testing.Browser;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How a sign-in ends: by one’s own hand, or because the session is gone. Nothing can be read after it. */
class SignOutIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Pattern WELCOME = at("/welcome");
    private static final Pattern EXPIRED = at("/session-expired");

    @Test
    void signing_out_ends_the_session_here_and_at_keycloak() {
        try (var browser = signedIn("ben@member.example")) {
            var page = browser.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            page.waitForURL(WELCOME);
            browser.screenshot("signed-out");

            page.navigate(RETRACE.portal() + "/requests");
            assertThat(page.url()).matches(WELCOME);
            new SignInPage(page, RETRACE)
                    .openAs("ben@member.example", "/requests"); // which asks for the password again
            assertThat(page.url()).isEqualTo(RETRACE.portal() + "/requests");
        }
    }

    @Test
    void a_session_that_keycloak_ends_explains_itself_and_leads_back_to_where_one_was() {
        try (var browser = signedIn("ben@member.example")) {
            var page = browser.page();
            page.navigate(RETRACE.portal() + "/companies");
            page.getByRole(AriaRole.HEADING).first().waitFor();

            new KeycloakAdmin(RETRACE).endSessions("ben@member.example");

            page.waitForURL(EXPIRED); // by itself: nobody clicked anything
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("You have been signed out"))
                    .waitFor();
            browser.screenshot("session-expired");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in and go back"))
                    .click();
            new SignInPage(page, RETRACE).signInAs("ben@member.example");
            assertThat(page.url()).isEqualTo(RETRACE.portal() + "/companies");
        }
    }

    private static Browser signedIn(String username) {
        var browser = Browser.open();
        new SignInPage(browser.page(), RETRACE).openAs(username, "/");
        browser.page().getByRole(AriaRole.HEADING).first().waitFor();
        return browser;
    }

    private static Pattern at(String path) {
        return Pattern.compile(Pattern.quote(RETRACE.portal() + path) + ".*");
    }
}
