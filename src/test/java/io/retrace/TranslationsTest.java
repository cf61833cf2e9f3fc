package io.retrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.CompanyWord;
import io.retrace.obligations.Sleepers;
import io.retrace.partners.LegalBasis;
import io.retrace.requests.RequestStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text is written, in English and in German, in the words and the typography we agreed on. */
class TranslationsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern SAID =
            Pattern.compile("(?:\\bsay|NotFound|Conflict)\\(\\s*\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern VIOLATION =
            Pattern.compile("RuleViolation\\(\\s*[^,()]+(?:\\([^()]*\\))?,\\s*\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void english_and_german_have_the_same_keys() {
        assertThat(bundle("_de").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(bundle("").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void every_text_reads_and_formats(String language) {
        bundle(language).forEach((key, text) -> {
            assertThat(text.toString()).as("%s", key).isNotBlank().doesNotContain("'", "!", "...", "\"");
            var unused = new MessageFormat(text.toString(), Locale.ROOT);
        });
    }

    /** The later one would silently take the place of the earlier. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_de"})
    void no_key_is_written_twice(String language) throws IOException {
        try (var lines = Files.lines(MAIN.resolve("resources/vaadin-i18n/translations" + language + ".properties"))) {
            var keys = lines.filter(line -> line.matches("[a-z][\\w.-]*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void every_key_that_the_code_says_is_written() throws IOException {
        assertThat(bundle("").stringPropertyNames()).containsAll(keysInCode());
    }

    @Test
    void every_status_purpose_and_legal_basis_has_its_words() throws IOException {
        var keys = new TreeSet<String>();
        for (var word : CompanyWord.values()) keys.add("company.word." + word.key());
        for (var status : RequestStatus.values()) keys.add("request.word." + status.word());
        for (var basis : LegalBasis.values()) keys.add("basis." + basis.code());
        keys.add("delivery.alert.delivery-asleep");
        for (var kind : Sleepers.Kind.values())
            keys.add("delivery.alert." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        purposes().forEach(code -> keys.add("purpose." + code));
        assertThat(bundle("").stringPropertyNames()).containsAll(keys);
    }

    private static Properties bundle(String language) {
        var file = MAIN.resolve("resources/vaadin-i18n/translations" + language + ".properties");
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keysInCode() throws IOException {
        try (var files = Files.walk(MAIN.resolve("java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TranslationsTest::read)
                    .flatMap(code -> Stream.of(SAID, VIOLATION)
                            .flatMap(pattern -> pattern.matcher(code).results()))
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> purposes() throws IOException {
        var rows = Files.readAllLines(MAIN.resolve("resources/demo/purposes.tsv"));
        return rows.stream()
                .filter(row -> !row.startsWith("#"))
                .map(row -> Arrays.asList(row.split("\t", -1)).getFirst());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
