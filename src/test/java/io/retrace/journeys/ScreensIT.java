package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.ScreenLook;
import io.retrace.testing.SignInPage;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every screen, on a phone and wide, light and dark: it is the one its row names, axe finds nothing, nothing is wider than the
 * screen, and a picture lands in {@code target/screens}. One window per person, opened once per screen; it then changes size
 * and colours, which is what people’s windows do, and costs a quarter of opening each screen four times.
 */
class ScreensIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final Map<Visit, Browser> OPEN = new EnumMap<>(Visit.class);

    /** Whatever ran before: there is a request to look at, and a company that has not answered it. */
    @BeforeAll
    static void something_was_asked() {
        var page = window(Visit.MEMBER).page();
        page.navigate(RETRACE.portal() + "/requests");
        page.locator("main h1").first().waitFor();
        if (page.locator("a[href*='requests/R-']").count() > 0) return;
        new AskPages(page, RETRACE)
                .askForEverything()
                .waitForWord("Clearwater Safety", "Confirmed deleted", Duration.ofSeconds(90));
    }

    @AfterAll
    static void close() {
        OPEN.values().forEach(Browser::close);
    }

    @TestFactory
    Stream<DynamicTest> every_screen_can_be_used_by_everybody() {
        return Stream.of(Visit.values()).flatMap(visit -> visit.rows.stream().flatMap(row -> looks(visit, row)));
    }

    private static Stream<DynamicTest> looks(Visit visit, Visit.Row row) {
        return Stream.of(Screen.values())
                .flatMap(screen -> visit.colours().stream().map(colours -> {
                    var name = String.join("-", visit.name(), row.address(), screen.name(), colours.name())
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("[^a-z0-9]+", "-");
                    var first = screen == Screen.values()[0] && colours == ColorScheme.LIGHT;
                    return DynamicTest.dynamicTest(name, () -> {
                        var window = window(visit);
                        window.become(screen, colours);
                        if (first) open(window.page(), row);
                        arrived(
                                window.page(),
                                row); // later sizes, too: the first may have failed and left another page open
                        ScreenLook.passes(window, name);
                    });
                }));
    }

    private static Browser window(Visit visit) {
        return OPEN.computeIfAbsent(visit, _ -> {
            var opened = Browser.open(Screen.PHONE, ColorScheme.LIGHT, visit.locale);
            if (!visit.account.isEmpty()) new SignInPage(opened.page(), RETRACE).openAs(visit.account, "/");
            return opened;
        });
    }

    private static void open(Page page, Visit.Row row) {
        var steps = List.of(row.address().split(" → "));
        if (steps.getFirst().equals("/ask/which")) begin(page);
        page.navigate(RETRACE.portal() + steps.getFirst());
        for (var link : steps.subList(1, steps.size())) {
            var found = page.locator(link).first();
            found.waitFor();
            page.navigate((String) found.evaluate("link => link.href"));
        }
        page.locator("main h1").first().waitFor();
    }

    /** Without a draft that says what is asked for, the second question leads back to the first. */
    private static void begin(Page page) {
        page.navigate(RETRACE.portal() + "/ask");
        page.locator("label[for=what-erase]").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                .click();
        page.waitForURL("**/ask/which");
    }

    private static void arrived(Page page, Visit.Row row) {
        var steps = List.of(row.address().split(" → "));
        var shown = URI.create(page.url());
        assertThat(page.url()).as("host").startsWith(RETRACE.portal() + "/");
        if (steps.size() == 1) {
            var query = shown.getRawQuery();
            assertThat(shown.getRawPath() + (query == null ? "" : "?" + query))
                    .as("address")
                    .isEqualTo(steps.getFirst());
        } else {
            var part = steps.getLast().replaceAll(".*'(.*)'.*", "$1");
            assertThat(shown.getRawPath()).as("address").contains("/" + part);
        }
        assertThat(page.locator("main h1").first().innerText().strip())
                .as("heading")
                .matches(Pattern.compile(row.heading(), Pattern.DOTALL));
    }
}
