package io.retrace.erasing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for planted values wherever something can be kept: every column of every table that the catalogue lists, so a new
 * one is looked at without being named here; PostgreSQL’s own samples; every file of a folder.
 */
final class Traces {

    private final Map<String, byte[]> needles = new LinkedHashMap<>();

    /** A text, also as it stands inside bytes and in hexadecimal and Base64 writing. */
    Traces plant(String text) {
        return plant(text, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** Bytes, also in hexadecimal and Base64 writing. */
    Traces plant(String name, byte[] bytes) {
        return plant(name, bytes, false);
    }

    /** {@code table.column: value} for each find, statistics as {@code pg_stats.table.column}. */
    List<String> in(JdbcClient db) {
        var found = new ArrayList<String>();
        var columns = db.sql("""
                        select c.table_name, c.column_name, c.data_type from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, 2""")
                .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        for (var column : columns) {
            boolean bytes = column.get(2).equals("bytea");
            needles.forEach((name, needle) -> {
                if (count(db, column.get(0), column.get(1), bytes, needle) > 0) {
                    found.add(column.get(0) + "." + column.get(1) + ": " + name);
                }
            });
        }
        needles.forEach((name, needle) -> found.addAll(sampled(db, name, needle)));
        return found;
    }

    /** {@code file: value} for each find below the folder. */
    List<String> in(Path folder) {
        var found = new ArrayList<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                needles.forEach((name, needle) -> {
                    if (content.contains(new String(needle, StandardCharsets.ISO_8859_1))
                            || file.toString().contains(new String(needle, StandardCharsets.ISO_8859_1))) {
                        found.add(folder.relativize(file) + ": " + name);
                    }
                });
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Traces plant(String name, byte[] bytes, boolean text) {
        needles.put(name, bytes);
        var hex = HexFormat.of().formatHex(bytes);
        needles.put(name + " in hex", hex.getBytes(StandardCharsets.US_ASCII));
        needles.put(name + " in HEX", hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        if (text) return this; // Base64 of a text depends on what stands around it
        needles.put(name + " in Base64", Base64.getEncoder().withoutPadding().encode(bytes));
        needles.put(
                name + " in Base64 for addresses",
                Base64.getUrlEncoder().withoutPadding().encode(bytes));
        return this;
    }

    private static long count(JdbcClient db, String table, String column, boolean bytes, byte[] needle) {
        var value = bytes ? "\"%s\"" : "convert_to(\"%s\"::text, 'UTF8')";
        return db.sql("select count(*) from \"%s\" where position(? in %s) > 0"
                        .formatted(table, value.formatted(column)))
                .param(needle)
                .query(Long.class)
                .single();
    }

    private static List<String> sampled(JdbcClient db, String name, byte[] needle) {
        return db.sql("""
                        select tablename, attname from pg_stats where schemaname = 'public' and position(? in convert_to(
                               concat(most_common_vals::text, histogram_bounds::text, most_common_elems::text), 'UTF8')) > 0""")
                .param(needle)
                .query((row, number) -> "pg_stats." + row.getString(1) + "." + row.getString(2) + ": " + name)
                .list();
    }
}
