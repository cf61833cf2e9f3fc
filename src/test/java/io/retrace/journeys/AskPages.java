package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import java.time.Duration;
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
        return follow();
    }

    /** A copy of everything, which is what stands there at first. */
    RequestPage askForCopy() {
        page.locator("label[for=what-copy]").click();
        press("Continue");
        assertThat(page.locator("h1")).hasText("Which photos do you want a copy of?");
        assertThat(page.locator("#which-all")).isChecked();
        press("Continue");
        proveAndWait();
        send().click();
        page.waitForURL(Pattern.compile(".*/ask/sent/.*"));
        return follow();
    }

    private RequestPage follow() {
        assertThat(page.locator("h1")).hasText("We have your request");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Follow your request"))
                .click();
        page.waitForURL(Pattern.compile(".*/requests/R-.*"));
        return new RequestPage(page);
    }

    /** Everything, checked, proved and sent; wherever that leads. */
    void chooseEverythingAndSend() {
        chooseEverything();
        send().click();
        page.waitForURL(Pattern.compile(".*/ask/sent/.*"));
    }

    /** Everything, checked and proved, up to the button that sends it. */
    void chooseEverything() {
        page.locator("label[for=what-erase]").click();
        press("Continue");
        page.locator("label[for=which-all]").click();
        press("Continue");
        proveAndWait();
    }

    private void proveAndWait() {
        assertThat(page.locator("h1")).hasText("Check your answers");
        var prove = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Confirm that it’s me"));
        prove.or(send()).waitFor();
        if (prove.isVisible()) {
            prove.click();
            new SignInPage(page, retrace).proveAgain();
        }
        send().waitFor();
    }

    /** The button that sends it. */
    Locator send() {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Ask ")));
    }

    /** The reference that the confirmation gives, once it stands. */
    String confirmed() {
        assertThat(page.locator("h1"))
                .hasText("We have your request", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        return page.locator(".reference").innerText().strip();
    }

    /** The same for a person whose portal stumbles: who sees no confirmation presses again, or loads the page again. */
    String confirmedInTheEnd() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(3))
                .pollInSameThread()
                .ignoreExceptions()
                .until(() -> {
                    if (page.locator("h1").innerText().equals("We have your request")) return true;
                    if (page.url().contains("/ask/sent/")) page.reload();
                    else send().click(new Locator.ClickOptions().setTimeout(2000));
                    return false;
                });
        return confirmed();
    }

    private void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
