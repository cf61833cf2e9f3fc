package io.retrace.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One line of CSV (RFC 4180). What companies wrote may begin like a formula; a quote in front keeps it text (OWASP). */
final class CsvLine {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvLine() {}

    static String of(String... cells) {
        return Arrays.stream(cells).map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        return "\"" + (formula(text) ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    /** Also behind blanks, which some programs drop first. */
    private static boolean formula(String text) {
        var bare = text.stripLeading();
        var first = bare.isEmpty() ? text : bare;
        return (!first.isEmpty() && BEGINS_A_FORMULA.indexOf(first.charAt(0)) >= 0)
                || (!text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0);
    }
}
