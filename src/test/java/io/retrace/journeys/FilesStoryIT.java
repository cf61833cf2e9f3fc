package io.retrace.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.NewMembers;
import io.retrace.testing.PlatformApi;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.ScreenLook;
import io.retrace.testing.SignInPage;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A company takes its work as a file and answers with another; the person reads it like any answer. */
class FilesStoryIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String COLUMNS =
            "obligation,item,code,face_templates,derived_data,models,method,live_erased_on,name,title";

    @Test
    @UseCase({"UC-020/1", "UC-020/4", "UC-020/6", "UC-021/1"})
    void what_a_file_answers_the_person_reads_and_the_company_can_prove() throws IOException {
        var member = "files-%x".formatted(System.nanoTime());
        new NewMembers(RETRACE).join(member);
        new PlatformApi(RETRACE).share(member, List.of("beacon-ads", "greywater-data"));
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
                var desk = Browser.open(Screen.WIDE, ColorScheme.LIGHT, "en-GB")) {
            new SignInPage(phone.page(), RETRACE).openAs(member + "@member.example", "/ask");
            var request = new AskPages(phone.page(), RETRACE).askForEverything();
            request.waitForWord("Beacon Ads", "Asked", SOON);

            var page = desk.page();
            new SignInPage(page, RETRACE).openAs("bea@beacon-ads.example", "/company");
            var newest = page.locator(".inbox").first().locator("a.name").last();
            var address = (String) newest.evaluate("link => link.href");
            page.navigate(RETRACE.portal() + "/company/files");
            var obligation = lastQuestion(page);

            upload(page, answer(obligation, "9"));
            assertThat(page.locator(".notice.danger")).containsText("one refused");
            assertThat(page.locator("main")).containsText("This is none of the codes 2, 3, 4 and 5.");
            ScreenLook.everyWay(desk, "files-refused");
            upload(page, answer(obligation, "3"));
            assertThat(page.locator(".notice.good")).containsText("One line taken, none known already, none refused.");
            upload(page, answer(obligation, "3"));
            assertThat(page.locator(".notice.good")).containsText("No line taken, one known already, none refused.");

            request.waitForWord("Beacon Ads", "Confirmed deleted", SOON);
            page.navigate(address);
            assertThat(page.locator("h1")).containsText("You answered on");
            var proof = page.waitForDownload(
                    () -> page.getByText("Download signed proof").click());
            var said = JsonMapper.shared().readTree(Files.readString(proof.path()));
            assertThat(said.at("/proof/reference").asString()).isEqualTo(obligation);
            assertThat(said.at("/proof/answers/0/outcome").asString()).isEqualTo("confirmed-deleted");
            request.waitForWord("Greywater Data", "Confirmed deleted", SOON); // its own script exchanged files
        }
    }

    @Test
    @UseCase({"UC-006/6", "UC-019/1", "UC-019/2"})
    void photos_that_differ_come_as_a_file_and_stand_in_the_proof() throws IOException {
        var member = "listed-%x".formatted(System.nanoTime());
        var account = new NewMembers(RETRACE).join(member);
        var platform = new PlatformApi(RETRACE);
        for (int photo = 0; photo < 3; photo++) platform.share(member, List.of("mosaic-media"));
        try (var phone = Browser.open(Screen.PHONE, ColorScheme.LIGHT, "en-GB");
                var desk = Browser.open(Screen.WIDE, ColorScheme.LIGHT, "en-GB")) {
            new SignInPage(phone.page(), RETRACE).openAs(account, "/ask");
            var request = new AskPages(phone.page(), RETRACE).askForEverything();
            request.waitForWord("Mosaic Media", "Asked", SOON);

            var milo = new CompanyPages(desk.page(), RETRACE);
            milo.openLatestAs("milo@mosaic-media.example");
            var items = milo.downloadedItems();
            desk.page().locator(".differing summary").click();
            milo.bringList("photo,answer\n");
            assertThat(desk.page().locator(".list-upload .notice.danger")).containsText("known columns");
            milo.bringList("item,outcome\n" + items.getFirst() + ",kept\n=1+1,kept\n");
            assertThat(desk.page().locator(".list-upload"))
                    .containsText("One photo taken from your file, one line refused.");
            assertThat(desk.page().locator(".list-upload")).containsText("This is not a reference of an item.");
            desk.page()
                    .evaluate(
                            "scrollTo(0, 0)"); // else the head lies over a button, and axe measures what is left of it
            ScreenLook.everyWay(desk, "list-refused");
            milo.answerErasedButKept("Milo Reed", "Privacy Lead");
            assertThat(desk.page().locator("main")).containsText("One photo differs: Kept");
            request.waitForWord("Mosaic Media", "Kept some", SOON);
        }
    }

    /** The reference of the question that is due last, which is the newest. */
    private static String lastQuestion(Page page) throws IOException {
        var file = page.waitForDownload(
                () -> page.getByText("Download the work (ZIP)").click());
        try (var zip = new ZipInputStream(Files.newInputStream(file.path()))) {
            assertThat(zip.getNextEntry()).hasFieldOrPropertyWithValue("name", "work-items.csv");
            var lines = new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.getLast().split(",")[0];
        }
    }

    private static String answer(String obligation, String code) {
        return COLUMNS + "\r\n"
                + String.join(",", obligation, "", code, "5", "5", "5", "erase")
                + "," + LocalDate.now(ZoneOffset.UTC) + ",Kim Lang,Privacy Lead\r\n";
    }

    private static void upload(Page page, String csv) {
        page.locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload("status.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        page.locator(".copy-files [role=status] .notice")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(20_000));
    }
}
