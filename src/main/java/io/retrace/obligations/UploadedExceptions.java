package io.retrace.obligations;

import io.retrace.identity.Roles;
import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.requests.RequestKind;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.Sha256;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of a company’s own open or answered questions about deletion; whose they are is asked of its desk. */
@Service
@PreAuthorize(Roles.ANSWERS)
class UploadedExceptions implements ExceptionLists {

    private static final String ITEM = "item";
    private static final String OUTCOME = "outcome";

    /** The file of items with one column more is such a list. */
    private static final Set<String> COLUMNS = Set.of(ITEM, OUTCOME, "sha256", "disclosed_at", "purposes");

    /** Stricter than Java, which also reads shorter groups. */
    private static final Pattern REFERENCE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final CompanyDesk desk;
    private final ExceptionRows rows;
    private final Clock clock;

    UploadedExceptions(CompanyDesk desk, ExceptionRows rows, Clock clock) {
        this.desk = desk;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Report receive(ObligationId obligation, byte[] csv) {
        if (desk.obligation(obligation).kind() != RequestKind.ERASURE) throw new Conflict("error.answer.copy-asked");
        var problems = new ArrayList<Problem>();
        var read = read(CsvText.of(csv, COLUMNS, Set.of(ITEM, OUTCOME), MOST_ROWS), problems);
        var own = rows.own(obligation, read.keySet().toArray(UUID[]::new));
        var taken = new ArrayList<ItemException>();
        read.forEach((item, line) -> {
            if (own.contains(item)) taken.add(new ItemException(new ItemRef(item), line.outcome()));
            else problems.add(new Problem(line.number(), ITEM, "error.item-not-found"));
        });
        problems.sort((one, other) -> Integer.compare(one.line(), other.line()));
        return new Report(
                rows.write(obligation, taken, clock.instant()),
                problems.size(),
                problems.subList(0, Math.min(MOST_TOLD, problems.size())));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Held> held(ObligationId obligation) {
        desk.obligation(obligation);
        return rows.read(obligation).map(list -> ExceptionRows.held(list.digest(), list.exceptions()));
    }

    @Override
    @Transactional
    public void remove(ObligationId obligation) {
        desk.obligation(obligation);
        rows.delete(obligation);
    }

    /** The answer with the items of this list, as far as they differ from it. */
    @Transactional(readOnly = true)
    AttestationForm with(ObligationId obligation, AttestationForm form, Sha256 digest) {
        desk.obligation(obligation);
        var list = rows.read(obligation)
                .filter(stored -> stored.digest().equals(digest))
                .orElseThrow(() -> new Conflict("error.csv.other-list"));
        var all = new ArrayList<>(form.exceptions());
        list.exceptions().stream()
                .filter(exception -> exception.outcome() != form.subjects().get(Subject.PHOTOS))
                .forEach(all::add);
        return form.except(all);
    }

    /** Lines that can be read, each item once; an empty outcome means “as all others”. */
    private static Map<UUID, Line> read(CsvText file, List<Problem> problems) {
        var read = new LinkedHashMap<UUID, Line>();
        var named = new HashSet<UUID>();
        for (var row : file.rows()) {
            var item = row.value(ITEM);
            if (row.fault().isPresent()) {
                problems.add(new Problem(row.number(), "", row.fault().get()));
            } else if (!REFERENCE.matcher(item).matches()) {
                problems.add(new Problem(row.number(), ITEM, "error.csv.item"));
            } else if (!named.add(UUID.fromString(item))) {
                problems.add(new Problem(row.number(), ITEM, "error.answer.item-twice"));
            } else if (!row.value(OUTCOME).isEmpty()) {
                outcome(row.value(OUTCOME))
                        .ifPresentOrElse(
                                outcome -> read.put(UUID.fromString(item), new Line(row.number(), outcome)),
                                () -> problems.add(new Problem(row.number(), OUTCOME, "error.csv.outcome")));
            }
        }
        return read;
    }

    private static Optional<Outcome> outcome(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "erased" -> Optional.of(Outcome.ERASED);
            case "never_held" -> Optional.of(Outcome.NEVER_HELD);
            case "kept" -> Optional.of(Outcome.KEPT);
            case "infeasible" -> Optional.of(Outcome.INFEASIBLE);
            default -> Optional.empty();
        };
    }

    private record Line(int number, Outcome outcome) {}
}
