package io.retrace.obligations;

import io.retrace.shared.DomainException.RuleViolation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CSV file of a company (RFC 4180): UTF-8 with or without its mark, commas, semicolons or tabs as the first line has
 * them, a value on one line only. Nothing here is repaired: what cannot be read for certain is refused. Values are never
 * told back, so no formula travels on.
 */
final class CsvText {

    private static final int LONGEST_LINE = 4000;

    private final List<String> lines;
    private final char separator;
    private final List<String> columns;

    private CsvText(List<String> lines, char separator, List<String> columns) {
        this.lines = lines;
        this.separator = separator;
        this.columns = columns;
    }

    /**
     * Reads the first line. Throws {@code RuleViolation} if this is no such file, if it has a column that is not known or
     * lacks one that is needed, or too many lines.
     */
    static CsvText of(byte[] file, Set<String> known, Set<String> needed, int mostRows) {
        var lines = text(file).lines().toList();
        if (lines.isEmpty()) throw refused("error.csv.empty");
        if (lines.size() > mostRows + 1) throw refused("error.csv.rows", mostRows);
        var first = lines.getFirst();
        var separator = first.indexOf(';') >= 0 ? ';' : first.indexOf('\t') >= 0 ? '\t' : ',';
        var columns = cells(first, separator).orElseThrow(() -> refused("error.csv.header")).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        if (!known.containsAll(columns) || new HashSet<>(columns).size() < columns.size()) {
            throw refused("error.csv.header");
        }
        for (var column : needed) {
            if (!columns.contains(column)) throw new RuleViolation(column, "error.csv.column", column);
        }
        return new CsvText(lines, separator, columns);
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** What stands on each further line that is not empty; a line that cannot be read has no values. */
    List<Row> rows() {
        var rows = new ArrayList<Row>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) rows.add(row(i + 1, lines.get(i)));
        }
        return rows;
    }

    /**
     * One line.
     *
     * @param number as an editor counts, the first line is 1
     * @param fault why it cannot be read; empty if it can
     */
    record Row(int number, Map<String, String> values, Optional<String> fault) {

        /** Without blanks around it; empty if there is none. */
        String value(String column) {
            return values.getOrDefault(column, "");
        }
    }

    private Row row(int number, String line) {
        if (line.length() > LONGEST_LINE) return broken(number, "error.csv.line-length");
        var cells = cells(line, separator);
        if (cells.isEmpty()) return broken(number, "error.csv.quotes");
        if (cells.get().size() != columns.size()) return broken(number, "error.csv.cells");
        var values = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            values.put(columns.get(i), cells.get().get(i).strip());
        }
        return new Row(number, values, Optional.empty());
    }

    private static Row broken(int number, String fault) {
        return new Row(number, Map.of(), Optional.of(fault));
    }

    /** Empty if a quote is not closed, or stands where none may. */
    private static Optional<List<String>> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        int at = 0;
        while (true) {
            if (at < line.length() && line.charAt(at) == '"') {
                var value = new StringBuilder();
                at++;
                while (true) {
                    var end = line.indexOf('"', at);
                    if (end < 0) return Optional.empty();
                    value.append(line, at, end);
                    at = end + 1;
                    if (at >= line.length() || line.charAt(at) != '"') break;
                    value.append('"');
                    at++;
                }
                if (at < line.length() && line.charAt(at) != separator) return Optional.empty();
                cells.add(value.toString());
            } else {
                var end = line.indexOf(separator, at);
                var value = end < 0 ? line.substring(at) : line.substring(at, end);
                if (value.indexOf('"') >= 0) return Optional.empty();
                cells.add(value);
                at += value.length();
            }
            if (at >= line.length()) return Optional.of(cells);
            at++;
        }
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) throw refused("error.csv.encoding"); // such as UTF-16
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused("error.csv.encoding");
        }
    }

    private static RuleViolation refused(String key, Object... arguments) {
        return new RuleViolation("file", key, arguments);
    }
}
