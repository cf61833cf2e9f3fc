package io.retrace.evidence.verify;

import io.retrace.evidence.verify.Json.Elements;
import io.retrace.evidence.verify.Json.Figure;
import io.retrace.evidence.verify.Json.Members;
import io.retrace.evidence.verify.Json.Text;
import io.retrace.evidence.verify.Json.Word;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TreeMap;

/** The one spelling of a JSON value (RFC 8785): names by UTF-16 code units, figures as ECMAScript writes them. */
final class CanonicalJson {

    /** ECMAScript writes a figure without exponent while its point is at most so far right, or left. */
    private static final int LONGEST_PLAIN = 21;

    private static final int SMALLEST_PLAIN = -6;

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    static byte[] of(Json value) {
        var canonical = new CanonicalJson();
        canonical.write(value);
        return canonical.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(Json value) {
        switch (value) {
            case Members members -> write(members);
            case Elements elements -> write(elements);
            case Text string -> write(string.value());
            case Figure figure -> text.append(figure(figure.value()));
            case Word word -> text.append(word.name().toLowerCase(Locale.ROOT));
        }
    }

    private void write(Members members) {
        var separator = '{';
        // String.compareTo compares UTF-16 code units, as RFC 8785 §3.2.3 wants
        for (var member : new TreeMap<>(members.byName()).entrySet()) {
            text.append(separator);
            write(member.getKey());
            text.append(':');
            write(member.getValue());
            separator = ',';
        }
        text.append(members.byName().isEmpty() ? "{}" : "}");
    }

    private void write(Elements elements) {
        var separator = '[';
        for (var element : elements.inOrder()) {
            text.append(separator);
            write(element);
            separator = ',';
        }
        text.append(elements.inOrder().isEmpty() ? "[]" : "]");
    }

    private void write(String string) {
        text.append('"');
        for (char c : string.toCharArray()) {
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < 0x20) text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    else text.append(c);
                }
            }
        }
        text.append('"');
    }

    /** {@code Number::toString} of ECMAScript: the fewest digits that give this double back. */
    static String figure(double value) {
        if (value == 0) return "0";
        if (value < 0) return "-" + figure(-value);
        var shortest = shortest(value);
        var digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (digits.length() <= point && point <= LONGEST_PLAIN) return digits + "0".repeat(point - digits.length());
        if (0 < point && point <= LONGEST_PLAIN) return digits.substring(0, point) + "." + digits.substring(point);
        if (SMALLEST_PLAIN < point && point <= 0) return "0." + "0".repeat(-point) + digits;
        var exponent = (point > 0 ? "e+" : "e-") + Math.abs(point - 1);
        return digits.length() == 1 ? digits + exponent : digits.substring(0, 1) + "." + digits.substring(1) + exponent;
    }

    /** The JDK gives the shortest decimal, except that it never goes below two digits. */
    private static BigDecimal shortest(double value) {
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (decimal.precision() != 2) return decimal;
        var rounded = decimal.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return rounded.doubleValue() == value ? rounded.stripTrailingZeros() : decimal;
    }
}
