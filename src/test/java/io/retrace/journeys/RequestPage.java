package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;

/** A request’s page; it is never reloaded here, so what appears came by itself. */
final class RequestPage {

    private final Page page;

    RequestPage(Page page) {
        this.page = page;
    }

    Locator tags() {
        return page.locator(".rows > li > .tag");
    }

    void waitForWord(String company, String word, Duration atMost) {
        assertThat(row(company).locator("> .tag"))
                .hasText(word, new LocatorAssertions.HasTextOptions().setTimeout(atMost.toMillis()));
    }

    /** Somebody to whom that company passed photos on, below its line. */
    void waitForRecipient(String company, String recipient, String word, Duration atMost) {
        var below = row(company).locator(".passed-on li").filter(new Locator.FilterOptions().setHasText(recipient));
        assertThat(below.locator(".tag"))
                .hasText(word, new LocatorAssertions.HasTextOptions().setTimeout(atMost.toMillis()));
    }

    /** Its own line: it may stand below another’s line as well. */
    private Locator row(String company) {
        var title = page.locator(".row-body > :first-child", new Page.LocatorOptions().setHasText(company));
        return page.locator(".rows > li")
                .filter(new Locator.FilterOptions().setHas(title))
                .first();
    }

    void takeBack() {
        press("Take it back");
        press("Yes, take it back");
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
