package io.retrace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import io.retrace.testing.Browser.Screen;
import java.util.List;
import java.util.Locale;

/** One look at what a window shows: axe finds nothing, nothing is wider than the screen, and a picture of it is kept. */
public final class ScreenLook {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private ScreenLook() {}

    /** On a phone and wide, light and dark. */
    public static void everyWay(Browser window, String name) {
        for (var screen : Screen.values()) {
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                window.become(screen, colours);
                passes(
                        window,
                        String.join("-", name, screen.name(), colours.name()).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** As it is now. */
    public static void passes(Browser window, String name) {
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
