package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.AttestationForm.Infeasible;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Kept;
import io.retrace.obligations.AttestationForm.Method;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.CsvText.Row;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one obligation: one without an item answers for all of it, those with an item say where it differs. A code
 * answers for photos alone, so the other three subjects have columns of their own; nothing is inferred (T1).
 */
final class StatusRows {

    static final String OBLIGATION = "obligation";
    static final String ITEM = "item";
    static final String CODE = "code";

    /** In the order of the empty file that we hand out. */
    static final List<String> COLUMNS = List.of(
            OBLIGATION,
            ITEM,
            CODE,
            "face_templates",
            "derived_data",
            "models",
            "method",
            "live_erased_on",
            "backups_until",
            "kept_duty",
            "kept_until",
            "reason",
            "officer",
            "name",
            "title",
            "perjury",
            "amends");

    static final Set<String> NEEDED = Set.of(OBLIGATION, ITEM, CODE);

    private static final Pattern REFERENCE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final List<Row> rows = new ArrayList<>();

    void add(Row row) {
        rows.add(row);
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The line that answers for all of it. */
    Row whole() {
        var whole = rows.stream().filter(row -> row.value(ITEM).isEmpty()).toList();
        if (whole.isEmpty()) throw new Refused(rows.getFirst(), ITEM, "error.exchange.no-answer");
        if (whole.size() > 1) throw new Refused(whole.get(1), ITEM, "error.exchange.two-answers");
        return whole.getFirst();
    }

    AttestationForm form() {
        var whole = whole();
        var subjects = new EnumMap<Subject, Outcome>(Subject.class);
        subjects.put(Subject.PHOTOS, code(whole, CODE));
        subjects.put(Subject.FACE_TEMPLATES, code(whole, "face_templates"));
        subjects.put(Subject.DERIVED_DATA, code(whole, "derived_data"));
        subjects.put(Subject.MODELS, code(whole, "models"));
        return new AttestationForm(
                answerId(),
                subjects,
                method(whole),
                day(whole, "live_erased_on"),
                day(whole, "backups_until"),
                kept(whole),
                infeasible(whole),
                exceptions(code(whole, CODE)),
                List.of(),
                new Declarant(needed(whole, "name"), needed(whole, "title"), perjury(whole)),
                whole.value("amends").isEmpty() ? null : whole.value("amends"));
    }

    /** The line of an item. */
    Row of(ItemRef item) {
        return rows.stream()
                .filter(row -> row.value(ITEM).equalsIgnoreCase(item.toString()))
                .findFirst()
                .orElseGet(this::whole);
    }

    /** From what is said, so that the same lines in another file are the same answer. */
    private String answerId() {
        var said = new StringBuilder();
        for (var row : rows) {
            for (var column : COLUMNS) said.append(row.value(column)).append('\0');
        }
        return "file-"
                + Sha256.of(said.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 40);
    }

    /** A line that says of an item what is said of all holds, and is no exception. */
    private List<ItemException> exceptions(Outcome all) {
        var exceptions = new ArrayList<ItemException>();
        for (var row : rows) {
            var item = row.value(ITEM);
            if (item.isEmpty()) continue;
            if (!REFERENCE.matcher(item).matches()) throw new Refused(row, ITEM, "error.csv.item");
            for (var column : COLUMNS.subList(3, COLUMNS.size())) {
                if (!row.value(column).isEmpty()) throw new Refused(row, column, "error.exchange.item-line");
            }
            var outcome = code(row, CODE);
            if (outcome != all) exceptions.add(new ItemException(new ItemRef(UUID.fromString(item)), outcome));
        }
        return exceptions;
    }

    private static Outcome code(Row row, String column) {
        return DropCode.of(needed(row, column))
                .map(DropCode::outcome)
                .orElseThrow(() -> new Refused(row, column, "error.exchange.code"));
    }

    private static @Nullable Method method(Row row) {
        return switch (row.value("method").toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "erase" -> Method.ERASE;
            case "destroy" -> Method.DESTROY;
            case "anonymise" -> Method.ANONYMISE;
            default -> throw new Refused(row, "method", "error.answer.wrong-kind");
        };
    }

    private static @Nullable Kept kept(Row row) {
        var until = day(row, "kept_until");
        if (until == null && row.value("kept_duty").isEmpty()) return null;
        if (until == null) throw new Refused(row, "kept_until", "error.answer.missing");
        return new Kept(needed(row, "kept_duty"), until);
    }

    private static @Nullable Infeasible infeasible(Row row) {
        if (row.value("reason").isEmpty() && row.value("officer").isEmpty()) return null;
        return new Infeasible(needed(row, "reason"), needed(row, "officer"));
    }

    private static boolean perjury(Row row) {
        return switch (row.value("perjury").toLowerCase(Locale.ROOT)) {
            case "", "no" -> false;
            case "yes" -> true;
            default -> throw new Refused(row, "perjury", "error.answer.wrong-kind");
        };
    }

    private static @Nullable LocalDate day(Row row, String column) {
        if (row.value(column).isEmpty()) return null;
        try {
            return LocalDate.parse(row.value(column));
        } catch (DateTimeException e) {
            throw new Refused(row, column, "error.answer.wrong-kind");
        }
    }

    private static String needed(Row row, String column) {
        if (row.value(column).isEmpty()) throw new Refused(row, column, "error.answer.missing");
        return row.value(column);
    }

    /** A line that does not hold; it takes the others of its obligation with it. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Row row;
        private final String field;
        private final String key;

        Refused(Row row, String field, String key) {
            super(key, null, false, false);
            this.row = row;
            this.field = field;
            this.key = key;
        }

        int line() {
            return row.number();
        }

        String field() {
            return field;
        }

        String key() {
            return key;
        }
    }
}
