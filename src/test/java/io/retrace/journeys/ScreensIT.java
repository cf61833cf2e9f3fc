package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser;
import io.retrace.testing.Browser.Screen;
import io.retrace.testing.RunningRetrace;
import io.retrace.testing.SignInPage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every screen, on a phone and wide, light and dark: axe finds nothing, nothing is wider than the screen, and a picture
 * lands in {@code target/screens}.
 */
class ScreensIT {

    private static final RunningRetrace RETRACE = RunningRetrace.shared();
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<Browser> OPEN = new ArrayList<>();

    /** Addresses by who opens them; a link in {@code …} is followed from the page before. */
    private enum Visit {
        NOBODY("", List.of("/welcome", "/session-expired", "/no-such-page")),
        MEMBER(
                "ada@member.example",
                List.of(
                        "/",
                        "/?by=company",
                        "/?by=time",
                        "…a[href*='photos/']@/",
                        "/companies",
                        "/companies/lumen-vision",
                        "/ask",
                        "/ask/which",
                        "/ask/photos",
                        "/ask/companies",
                        "/requests",
                        "…a[href*='requests/R-']@/requests",
                        "/settings",
                        "/requests/R-0000-0000")),
        UNTOUCHED("cleo@member.example", List.of("/", "/companies", "/ask", "/requests")),
        COMPANY("milo@mosaic-media.example", List.of("/company", "…a[href*='obligations/']@/company")),
        AUDITOR(
                "avery@retrace.example",
                List.of(
                        "/audit",
                        "…a[href*='audit/leaves/']@/audit",
                        "/audit/checkpoints",
                        "/audit/requests",
                        "/audit/requests?request=R-0000-0000",
                        "/audit/register",
                        "/audit/figures")),
        SUPPORT(
                "sam@retrace.example",
                List.of(
                        "/support",
                        "/support/incidents",
                        "/support/undelivered",
                        "/support/findings",
                        "…a[href*='requests/R-']@/support"));

        private final String account;
        private final List<String> addresses;

        Visit(String account, List<String> addresses) {
            this.account = account;
            this.addresses = addresses;
        }
    }

    @AfterAll
    static void close() {
        OPEN.forEach(Browser::close);
    }

    @TestFactory
    Stream<DynamicTest> every_screen_can_be_used_by_everybody() {
        return Stream.of(Visit.values())
                .flatMap(visit -> Stream.of(Screen.values())
                        .flatMap(screen -> Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .flatMap(colours -> look(visit, screen, colours))));
    }

    private Stream<DynamicTest> look(Visit visit, Screen screen, ColorScheme colours) {
        var browser = new Lazy(visit, screen, colours);
        return visit.addresses.stream().map(address -> {
            var name = String.join(
                            "-", visit.name(), address.replaceAll("[^a-zA-Z0-9]+", "-"), screen.name(), colours.name())
                    .toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("-+", "-");
            return DynamicTest.dynamicTest(name, () -> check(browser.get(), address, name));
        });
    }

    private static void check(Browser browser, String address, String name) {
        var page = browser.page();
        if (address.startsWith("…")) {
            var parts = address.substring(1).split("@", 2);
            page.navigate(RETRACE.portal() + parts[1]);
            page.locator(parts[0]).first().waitFor();
            page.navigate(
                    RETRACE.portal() + "/" + page.locator(parts[0]).first().getAttribute("href"));
        } else {
            page.navigate(RETRACE.portal() + address);
        }
        page.locator("main h1").first().waitFor();
        page.waitForFunction(
                "() => Object.values(window.Vaadin?.Flow?.clients ?? {}).every(client => !client.isActive?.())");
        browser.screenshot(name);
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

    /** A signed-in window that opens with its first screen. */
    private static final class Lazy {
        private final Visit visit;
        private final Screen screen;
        private final ColorScheme colours;
        private @Nullable Browser browser;

        Lazy(Visit visit, Screen screen, ColorScheme colours) {
            this.visit = visit;
            this.screen = screen;
            this.colours = colours;
        }

        Browser get() {
            var known = browser;
            if (known != null) return known;
            var opened = Browser.open(screen, colours, "en-GB");
            OPEN.add(opened);
            if (!visit.account.isEmpty()) new SignInPage(opened.page(), RETRACE).openAs(visit.account, "/");
            browser = opened;
            return opened;
        }
    }
}
