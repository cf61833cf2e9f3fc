package io.retrace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Maven runs tests by their file’s name: one that is called otherwise would prove nothing, and nobody would notice. */
class EveryTestRunsTest {

    private static final Pattern HAS_TESTS =
            Pattern.compile("@(Test|TestFactory|ParameterizedTest|Property|Example)\\b");
    private static final Pattern ABSTRACT = Pattern.compile("(?m)^(public )?(abstract class|interface) ");

    @Test
    void every_class_with_tests_has_a_name_that_maven_runs() throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        assertThat(pom).contains("<include>**/*Test.java</include>", "<include>**/*Properties.java</include>");
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(EveryTestRunsTest::hasTests)
                            .map(file -> file.getFileName().toString()))
                    .hasSizeGreaterThan(100)
                    .allMatch(name ->
                            Stream.of("Test.java", "Properties.java", "IT.java").anyMatch(name::endsWith));
        }
    }

    private static boolean hasTests(Path file) {
        try {
            var source = Files.readString(file);
            return HAS_TESTS.matcher(source).find() && !ABSTRACT.matcher(source).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
