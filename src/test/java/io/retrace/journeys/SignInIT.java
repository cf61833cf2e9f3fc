package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.retrace.testing.Browser;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import org.junit.jupiter.api.Test;

/** Who one is, proved by a real Keycloak: signing in, proving it again, signing out. */
class SignInIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();

    @Test
    void a_member_signs_in_through_keycloak_and_comes_back_to_the_portal() {
        try (var browser = Browser.open()) {
            new SignInPage(browser.page(), RETRACE).openAs("ada@member.example", "/");

            assertThat(browser.page().url()).isEqualTo(RETRACE.portal() + "/");
            browser.page().getByRole(AriaRole.HEADING).first().waitFor();
            assertThat(browser.complaints()).isEmpty();
            browser.screenshot("signed-in");
        }
    }

    @Test
    void a_step_up_asks_for_the_password_again_and_returns_to_where_one_was() {
        try (var browser = Browser.open()) {
            var signIn = new SignInPage(browser.page(), RETRACE);
            signIn.openAs("ben@member.example", "/");

            browser.page().navigate(RETRACE.portal() + "/oauth2/authorization/keycloak?acr=2&return=/?back=1");
            signIn.proveAgain();

            assertThat(browser.page().url()).isEqualTo(RETRACE.portal() + "/?back=1");
        }
    }

    @Test
    void a_sign_in_never_returns_to_another_site() {
        try (var browser = Browser.open()) {
            var signIn = new SignInPage(browser.page(), RETRACE);

            signIn.openAs("cleo@member.example", "//elsewhere.example/");

            assertThat(browser.page().url()).startsWith(RETRACE.portal() + "/");
        }
    }
}
