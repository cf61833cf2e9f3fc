package io.retrace.testing;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Keycloak’s page: user name and password at first, the password alone when a step-up asks again. */
public final class SignInPage {

    private final Page page;
    private final RunningRetrace retrace;

    public SignInPage(Page page, RunningRetrace retrace) {
        this.page = page;
        this.retrace = retrace;
    }

    /** Signs in as a demo account on the way to a path of the portal, and waits to be there. */
    public void openAs(String username, String path) {
        page.navigate(retrace.portal() + "/oauth2/authorization/keycloak?return="
                + URLEncoder.encode(path, StandardCharsets.UTF_8));
        signInAs(username);
    }

    /** Fills in the whole page that the browser is on its way to, and waits to be back at the portal. */
    public void signInAs(String username) {
        page.waitForURL(Pattern.compile(Pattern.quote(retrace.keycloak()) + ".*"));
        page.locator("#username").fill(username);
        typePassword();
    }

    /** Answers the step-up page that the browser has been sent to, and waits to be back at the portal. */
    public void proveAgain() {
        page.waitForURL(Pattern.compile(Pattern.quote(retrace.keycloak()) + ".*"));
        typePassword();
    }

    private void typePassword() {
        page.locator("input[name=password]").fill(retrace.password());
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(retrace.portal()) + "/.*"));
    }
}
