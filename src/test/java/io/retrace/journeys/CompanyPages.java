package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** A responder’s pages. */
final class CompanyPages {

    private final Page page;
    private final RunningRetrace retrace;

    CompanyPages(Page page, RunningRetrace retrace) {
        this.page = page;
        this.retrace = retrace;
    }

    void openNewestAs(String responder) {
        new SignInPage(page, retrace).openAs(responder, "/company");
        page.locator("a.name").first().click();
        assertThat(page.locator("h1")).containsText("and confirm");
    }

    /** The question that is due last: the one that was asked just now. */
    void openLatestAs(String responder) {
        new SignInPage(page, retrace).openAs(responder, "/company");
        page.locator(".inbox").first().locator("a.name").last().click();
        assertThat(page.locator("h1")).containsText("and confirm");
    }

    void sayWorkingOnIt() {
        press("We are working on it");
        assertThat(page.locator(".acknowledging")).containsText("You are working on it");
    }

    /** Photos erased, everything else never held; checked, then sent. */
    void answerErased(String name, String title) {
        erased(name, title);
        checkAndSend();
    }

    /** Likewise, with photos of an uploaded list that are kept; what was not taken of it is told once more. */
    void answerErasedButKept(String name, String title) {
        erased(name, title);
        fill("Law, authority or court order", "Directive (EU) 2015/849 Art. 40(1)(a)");
        fill("Day this duty ends", LocalDate.now(ZoneOffset.UTC).plusYears(2).toString());
        press("Check and send");
        assertThat(page.locator("main")).containsText("One listed photo differs: Kept");
        assertThat(page.locator("main")).containsText("One line of your file was not taken.");
        send();
    }

    /** References of the open question’s items. */
    List<String> downloadedItems() throws IOException {
        var file =
                page.waitForDownload(() -> page.getByText("Download all as CSV").click());
        try (var lines = Files.lines(file.path())) {
            return lines.skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }
    }

    void bringList(String csv) {
        page.locator(".list-upload vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("list.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    }

    private void erased(String name, String title) {
        choose("subjects-photos", "ERASED");
        choose("subjects-face-templates", "NEVER_HELD");
        choose("subjects-derived-data", "NEVER_HELD");
        choose("subjects-models", "NEVER_HELD");
        choose("method", "ERASE");
        fill("Live copies gone since", LocalDate.now(ZoneOffset.UTC).toString());
        choose("onward", "no");
        fill("Your name", name);
        fill("Your position", title);
    }

    /** Says whom it passed the items on to. */
    void nameRecipient(String name, String domain) {
        var card = page.locator("#named-recipients");
        card.locator("summary").click();
        card.locator("#named-recipient").fill(name);
        card.locator("#named-domain").fill(domain);
        card.locator("#named-domain").blur();
        page.waitForTimeout(700); // what is typed is heard half a second after the last key
        press("Save this recipient");
        assertThat(card.locator("table")).containsText(name);
    }

    /** The answer in force stands in the form: what was wrong is said anew, and whoever amends signs for it. */
    void amendToNeverHeld(String reason, String name, String title) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Amend this answer"))
                .click();
        fill("What was wrong or has changed", reason);
        choose("subjects-photos", "NEVER_HELD");
        fill("Your name", name);
        fill("Your position", title);
        checkAndSend();
    }

    private void checkAndSend() {
        press("Check and send");
        send();
    }

    private void send() {
        assertThat(page.locator("h1")).hasText("Check your answer");
        press("Send this answer");
        assertThat(page.locator("main")).containsText("Your answer is on record.");
    }

    private void choose(String question, String answer) {
        page.locator("input[type=radio][name='" + question + "'][value='" + answer + "']")
                .check();
    }

    private void fill(String label, String value) {
        var field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(false))
                .first();
        field.fill(value);
        field.blur();
    }

    private void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
