package io.retrace.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.testing.UseCase;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as spreadsheets, editors and attackers make them. */
class CsvTextTest {

    @ParameterizedTest
    @UseCase("UC-019/4")
    @ValueSource(strings = {",", ";", "\t"})
    void separators_quotes_ends_of_lines_and_the_mark_are_read(String separator) {
        var file = "\uFEFFA" + separator + "\"b\"\r\n\"1" + separator + "\"\"2\"\"\"" + separator + " 3 \n\n"
                + separator + "x";
        var rows = read(file).rows();
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).value("a")).isEqualTo("1" + separator + "\"2\"");
        assertThat(rows.get(0).value("b")).isEqualTo("3");
        assertThat(rows.get(1).number()).isEqualTo(4);
        assertThat(rows.get(1).value("a")).isEmpty();
    }

    @ParameterizedTest
    @UseCase("UC-019/4")
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1", "windows-1252"})
    void another_encoding_is_refused(String encoding) {
        refused("a,b\nü,ß".getBytes(Charset.forName(encoding)), "error.csv.encoding");
    }

    @ParameterizedTest
    @UseCase("UC-019/4")
    @CsvSource(
            delimiter = '|',
            value = {"a,b,c|error.csv.header", "a,a|error.csv.header", "a,\"b|error.csv.header", "a|error.csv.column"})
    void a_first_line_that_is_not_ours_is_refused(String first, String key) {
        refused(first.getBytes(StandardCharsets.UTF_8), key);
    }

    @Test
    @UseCase("UC-019/4")
    void nothing_and_too_much_are_refused() {
        refused(new byte[0], "error.csv.empty");
        refused(("a,b" + "\n1,2".repeat(6)).getBytes(StandardCharsets.UTF_8), "error.csv.rows");
        assertThat(read("a,b" + "\n1,2".repeat(5)).rows()).hasSize(5);
    }

    @ParameterizedTest
    @UseCase("UC-019/4")
    @ValueSource(strings = {"\"1,2", "1\"1,2", "\"1\"1,2", "1,\"2"})
    void quotes_that_rfc_4180_does_not_know_are_a_fault_of_their_line(String line) {
        var rows = read("a,b\n" + line + "\n3,4").rows();
        assertThat(rows.get(0).fault()).contains("error.csv.quotes");
        assertThat(rows.get(1).value("b")).isEqualTo("4");
    }

    private static CsvText read(String file) {
        return CsvText.of(file.getBytes(StandardCharsets.UTF_8), Set.of("a", "b"), Set.of("a", "b"), 5);
    }

    private static void refused(byte[] file, String key) {
        assertThatThrownBy(() -> CsvText.of(file, Set.of("a", "b"), Set.of("a", "b"), 5))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        refusal -> assertThat(refusal.key()).isEqualTo(key));
    }
}
