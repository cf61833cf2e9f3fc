package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every screen, on a phone and wide, light and dark: it is the one its row names, axe finds nothing, nothing is wider than the
 * screen, and a picture lands in {@code target/screens}. One window per person, opened once per screen; it then changes size
 * and colours, which is what people’s windows do, and costs a quarter of opening each screen four times.
 */
class ScreensIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final Map<Visit, Browser> OPEN = new EnumMap<>(Visit.class);

    /** Who opens which screens, in which language of the browser. */
    private enum Visit {
        NOBODY(
                "",
                "en-GB",
                at("/welcome", "See who has your photos.*"),
                at("/session-expired", "You have been signed out"),
                at("/receipts/check", "Check a receipt"),
                at("/receipts/00000000-0000-4000-8000-000000000000/nothing", "There is no such receipt"),
                at("/verify", "Check a receipt")),
        NIEMAND(
                "",
                "de-DE",
                at("/welcome", "Sehen, wer Ihre Fotos hat.*"),
                at("/session-expired", ".*abgemeldet.*"),
                at("/receipts/check", ".*prüfen"),
                at("/verify", ".*prüfen")),
        MEMBER(
                "ada@member.example",
                "en-GB",
                at("/", ".* compan(y|ies) received .* of your .* photos?.*"),
                at("/?by=company", ".* compan(y|ies) received .* of your .* photos?.*"),
                at("/?by=time", ".* compan(y|ies) received .* of your .* photos?.*"),
                at("/ → a[href*='photos/']", "This photo went to .*|No company received this photo.*"),
                at("/companies", ".* received photos .*|.* companies received .*"),
                at("/companies/lumen-vision", "Lumen Vision received .*"),
                at("/ask", "What do you want to ask the companies\\?"),
                at("/ask/which", "Which photos do you want back\\?"),
                at("/ask/photos", "Choose photos"),
                at("/ask/companies", "Choose companies"),
                at("/requests", "Your requests?"),
                at("/requests → a[href*='requests/R-']", ".+"),
                at("/settings", "Settings"),
                at("/settings/close", "Close my account and erase what Retrace holds"),
                at("/requests/R-0000-0000", "This page does not exist, or it is not yours")),
        UNTOUCHED(
                "cleo@member.example",
                "en-GB",
                at("/", "No company received any of your photos\\."),
                at("/companies", "No company received any of your photos\\."),
                at("/ask", "What do you want to ask the companies\\?"),
                at("/no-such-page", "This page does not exist, or it is not yours"),
                at("/requests", "You have not asked for anything yet\\.")),
        COMPANY(
                "milo@mosaic-media.example",
                "en-GB",
                at("/company", ".* waits? for your answer\\."),
                at("/company → a[href*='obligations/']", "(Erase|Send) .*")),
        AUDITOR(
                "avery@retrace.example",
                "en-GB",
                at("/audit", "Evidence log"),
                at("/audit → a[href*='audit/leaves/']", "Entry .*"),
                at("/audit/checkpoints", "Checkpoints"),
                at("/audit/requests", "Find a request"),
                at("/audit/requests?request=R-0000-0000", "Find a request"),
                at("/audit/register", "Holds and refusals"),
                at("/audit/figures", "Figures")),
        SUPPORT(
                "sam@retrace.example",
                "en-GB",
                at("/support", "Queue"),
                at("/support/incidents", "Incidents.*"),
                at("/support/findings", "Contradictions in the log"),
                at("/support/undelivered", "Not delivered"),
                at("/support → a[href*='requests/R-']", "R-.*"));

        private final String account;
        private final String locale;
        private final List<Row> rows;

        Visit(String account, String locale, Row... rows) {
            this.account = account;
            this.locale = locale;
            this.rows = List.of(rows);
        }

        private static Row at(String address, String heading) {
            return new Row(address, heading);
        }
    }

    /**
     * A screen.
     *
     * @param address path of the portal; what follows an arrow is a link on the page before
     * @param heading pattern of the whole first heading, which no other screen of that address, such as an error, bears
     */
    private record Row(String address, String heading) {}

    @AfterAll
    static void close() {
        OPEN.values().forEach(Browser::close);
    }

    @TestFactory
    Stream<DynamicTest> every_screen_can_be_used_by_everybody() {
        return Stream.of(Visit.values()).flatMap(visit -> visit.rows.stream().flatMap(row -> looks(visit, row)));
    }

    private static Stream<DynamicTest> looks(Visit visit, Row row) {
        return Stream.of(Screen.values())
                .flatMap(screen -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                        .map(colours -> {
                            var name = String.join("-", visit.name(), row.address, screen.name(), colours.name())
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
                                check(window, name);
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

    private static void open(Page page, Row row) {
        var steps = List.of(row.address.split(" → "));
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

    private static void arrived(Page page, Row row) {
        var steps = List.of(row.address.split(" → "));
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
                .matches(Pattern.compile(row.heading, Pattern.DOTALL));
    }

    private static void check(Browser window, String name) {
        var page = window.page();
        page.waitForFunction(
                "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())");
        window.screenshot(name);
        var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(found)
                .as(() -> found.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList()
                        .toString())
                .isEmpty();
        var overflow = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue())
                .as("pixels wider than the screen")
                .isLessThanOrEqualTo(0);
    }
}
