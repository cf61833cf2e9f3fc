package io.retrace.access.inspection;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds names ({@code /Name}, ISO 32000-2 §7.3.5) in a run of bytes, with their {@code #xx} escapes undone. */
final class PdfNames {

    private static final int LONGEST = 127;

    private final Consumer<String> found;
    private final StringBuilder name = new StringBuilder();
    private boolean within;

    PdfNames(Consumer<String> found) {
        this.found = found;
    }

    void take(int next) {
        if (within && (delimits(next) || name.length() > LONGEST)) {
            found.accept(plain(name.toString()));
            within = false;
        }
        if (next == '/') {
            within = true;
            name.setLength(0);
        } else if (within) {
            name.append((char) next);
        }
    }

    private static boolean delimits(int next) {
        return next <= ' ' || "()<>[]{}/%".indexOf(next) >= 0;
    }

    private static String plain(String escaped) {
        if (escaped.indexOf('#') < 0) return escaped;
        var plain = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            var code = escaped.charAt(i) == '#' ? hex(escaped, i + 1) : null;
            plain.append(code == null ? escaped.charAt(i) : (char) code.intValue());
            if (code != null) i += 2;
        }
        return plain.toString();
    }

    private static @Nullable Integer hex(String text, int at) {
        if (at + 2 > text.length()) return null;
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? null : high << 4 | low;
    }
}
