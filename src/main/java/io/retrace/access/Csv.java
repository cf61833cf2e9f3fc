package io.retrace.access;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/**
 * A table as RFC 4180 has it, with a byte order mark, by which spreadsheets know UTF-8. A cell that a spreadsheet would run
 * as a formula begins with an apostrophe.
 */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private final Writer out;
    private final StringBuilder line = new StringBuilder();

    Csv(Writer out, String... columns) throws IOException {
        this.out = out;
        out.write('\ufeff');
        row((Object[]) columns);
    }

    void row(@Nullable Object... cells) throws IOException {
        line.setLength(0);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) line.append(',');
            var cell = cells[i];
            if (cell != null) cell(cell.toString());
        }
        out.append(line.append("\r\n"));
    }

    private void cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        if (!formula && !needsQuotes(text)) {
            line.append(text);
            return;
        }
        line.append('"');
        if (formula) line.append('\'');
        line.append(text.replace("\"", "\"\"")).append('"');
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == ',' || character == '"' || character == '\n' || character == '\r') return true;
        }
        return false;
    }
}
