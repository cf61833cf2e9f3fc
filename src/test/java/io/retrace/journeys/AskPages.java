package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import java.util.regex.Pattern;

/** The four steps of asking, as a person takes them. */
final class AskPages {

    private final Page page;
    private final RunningRetrace retrace;

    AskPages(Page page, RunningRetrace retrace) {
        this.page = page;
        this.retrace = retrace;
    }

    /** From the start of the question to the page of the new request. */
    RequestPage askForEverything() {
        page.navigate(retrace.portal() + "/ask");
        chooseEverythingAndSend();
        assertThat(page.locator("h1")).hasText("We have your request");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Follow your request"))
                .click();
        page.waitForURL(Pattern.compile(".*/requests/R-.*"));
        return new RequestPage(page);
    }

    /** Everything, checked, proved and sent; wherever that leads. */
    void chooseEverythingAndSend() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Start"))
                .click();
        page.locator("#which-all").check();
        press("Continue");
        assertThat(page.locator("h1")).hasText("Check your answers");
        var prove = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm that it’s me"));
        var send = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Ask ")));
        prove.or(send).waitFor();
        if (prove.isVisible()) {
            prove.click();
            new SignInPage(page, retrace).proveAgain();
        }
        send.click();
        page.waitForURL(Pattern.compile(".*/ask/sent/.*"));
    }

    private void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
