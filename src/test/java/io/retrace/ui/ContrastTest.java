package io.retrace.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody can read it: WCAG 2.2, 1.4.3 for text and 1.4.11 for the edges of controls, in light and in dark. */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): light-dark\\((#\\w{6}), (#\\w{6})\\)");
    private static final List<String> GROUNDS = List.of("paper", "surface", "sunken", "accent-wash");
    private static final List<String> TONES =
            List.of("waiting", "asked", "working", "confirmed", "nothing", "kept", "silent");

    /** Ink, ground and the least contrast between them. */
    record Pair(String ink, String ground, double least) {}

    static Stream<Pair> pairs() {
        var text = Stream.of("ink", "ink-soft", "accent", "accent-deep", "danger")
                .flatMap(ink -> GROUNDS.stream().map(ground -> new Pair(ink, ground, 4.5)));
        var tones = TONES.stream()
                .flatMap(tone -> Stream.of(
                        new Pair(tone, tone + "-wash", 4.5),
                        new Pair(tone, "paper", 4.5),
                        new Pair(tone, "surface", 4.5),
                        new Pair("ink", tone + "-wash", 4.5),
                        new Pair("ink-soft", tone + "-wash", 4.5)));
        var onAccent = Stream.of(
                new Pair("accent-ink", "accent", 4.5),
                new Pair("accent-ink", "accent-deep", 4.5),
                new Pair("paper", "danger", 4.5));
        var edges = GROUNDS.stream()
                .flatMap(ground -> Stream.of(new Pair("line-firm", ground, 3), new Pair("focus", ground, 3)));
        return Stream.of(text, tones, onAccent, edges).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void inkCanBeReadOnItsGroundInLightAndInDark(Pair pair) throws IOException {
        var colours = colours("tokens.css");
        for (int scheme = 0; scheme < 2; scheme++) {
            var ink = colours.getOrDefault(pair.ink(), List.of()).get(scheme);
            var ground = colours.getOrDefault(pair.ground(), List.of()).get(scheme);
            assertThat(contrast(ink, ground))
                    .as("%s %s on %s %s", pair.ink(), ink, pair.ground(), ground)
                    .isGreaterThanOrEqualTo(pair.least());
        }
    }

    @Test
    void pagesWithoutTheBundleNameNoColourOfTheirOwn() throws IOException {
        assertThat(Files.readString(Path.of("frontend/styles/open.css"), UTF_8))
                .doesNotContainPattern("#[0-9a-f]{3,8}\\b");
        assertThat(Files.readString(Path.of("src/main/resources/open/parts.html"), UTF_8))
                .containsSubsequence("/styles/tokens.css", "/styles/open.css");
    }

    private static Map<String, List<String>> colours(String sheet) throws IOException {
        var colours = new TreeMap<String, List<String>>();
        var found = COLOUR.matcher(Files.readString(Path.of("frontend/styles", sheet), UTF_8));
        while (found.find()) colours.put(found.group(1), List.of(found.group(2), found.group(3)));
        return colours;
    }

    private static double contrast(String one, String other) {
        var lighter = Math.max(luminance(one), luminance(other));
        var darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
