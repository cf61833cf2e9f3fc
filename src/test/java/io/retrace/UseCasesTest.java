package io.retrace;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.retrace.testing.UseCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule without a test is a wish; a test of a rule nobody wrote is a riddle. */
class UseCasesTest {

    private static final Pattern RULE = Pattern.compile("(?m)^(\\d+)\\. ");

    @Test
    void every_written_rule_has_a_test_and_every_named_rule_is_written() throws IOException {
        assertThat(rulesNamedByTests()).isEqualTo(rulesWritten());
    }

    private static Set<String> rulesWritten() throws IOException {
        try (var files = Files.list(Path.of("docs/use-cases"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("UC-"))
                    .flatMap(UseCasesTest::rulesOf)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> rulesOf(Path file) {
        var useCase = file.getFileName().toString().substring(0, 6);
        try {
            return RULE.matcher(Files.readString(file)).results().map(rule -> useCase + "/" + rule.group(1));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> rulesNamedByTests() {
        var classes = new ClassFileImporter().importPackages("io.retrace");
        return classes.stream()
                .flatMap(type -> Stream.concat(Stream.<HasAnnotations<?>>of(type), methods(type)))
                .filter(named -> named.isAnnotatedWith(UseCase.class))
                .flatMap(named ->
                        Stream.of(named.getAnnotationOfType(UseCase.class).value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<HasAnnotations<?>> methods(JavaClass type) {
        return type.getMethods().stream().map(method -> (HasAnnotations<?>) method);
    }
}
