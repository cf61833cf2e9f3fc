package io.retrace.obligations;

import io.retrace.identity.Roles;
import io.retrace.obligations.CsvText.Row;
import io.retrace.obligations.StatusRows.Refused;
import io.retrace.shared.DomainException;
import io.retrace.shared.DomainException.RuleViolation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file of answers obligation by obligation, each in a transaction of its own and by the rules of every answer. */
@Service
@PreAuthorize(Roles.IS_PARTNER)
class ExchangedFiles implements FileExchange {

    private final WorkFile work;
    private final ExchangeRows rows;
    private final ExceptionRows items;
    private final CompanyAnswers answers;

    ExchangedFiles(WorkFile work, ExchangeRows rows, ExceptionRows items, CompanyAnswers answers) {
        this.work = work;
        this.rows = rows;
        this.items = items;
        this.answers = answers;
    }

    @Override
    public void work(OutputStream zip) throws IOException {
        work.write(zip);
    }

    @Override
    @Transactional(
            propagation = Propagation.NOT_SUPPORTED) // an answer that was taken stays, whatever becomes of the next
    public Report answer(byte[] csv, Mode mode) {
        answers.refuseUnsigned();
        var file = CsvText.of(csv, Set.copyOf(StatusRows.COLUMNS), StatusRows.NEEDED, MOST_ROWS);
        var lines = new ArrayList<Line>();
        var groups = new LinkedHashMap<String, StatusRows>();
        for (var row : file.rows()) {
            if (row.fault().isPresent()) throw unreadable(row, row.fault().get());
            groups.computeIfAbsent(row.value(StatusRows.OBLIGATION), _ -> new StatusRows())
                    .add(row);
        }
        var own = rows.own(groups.keySet());
        groups.forEach((reference, group) -> lines.addAll(answer(group, own.get(reference), mode)));
        lines.sort(Comparator.comparing(Line::number));
        return new Report(lines);
    }

    private List<Line> answer(StatusRows group, @Nullable ObligationId obligation, Mode mode) {
        try {
            if (obligation == null) {
                throw new Refused(group.rows().getFirst(), StatusRows.OBLIGATION, "error.obligation-not-found");
            }
            var form = group.form();
            if (mode == Mode.NEW && form.amends() != null) {
                throw new Refused(group.whole(), "amends", "error.exchange.new-amends");
            }
            if (mode == Mode.AMEND && form.amends() == null) {
                throw new Refused(group.whole(), "amends", "error.answer.missing");
            }
            itemsAreItsOwn(obligation, group);
            var receipt = answers.receive(obligation, form);
            return told(group, receipt.replayed() ? Verdict.REPEATED : Verdict.ACCEPTED);
        } catch (Refused refused) {
            return told(group, refused.line(), refused.field(), refused.key());
        } catch (DomainException refusal) {
            var violated = refusal instanceof RuleViolation violation ? violation.field() : null;
            return told(group, group.whole().number(), column(violated), refusal.key());
        }
    }

    /** Also those that differ from nothing: a line about a foreign item holds nothing (T5). */
    private void itemsAreItsOwn(ObligationId obligation, StatusRows group) {
        var named = new LinkedHashMap<UUID, Row>();
        for (var row : group.rows()) {
            var item = row.value(StatusRows.ITEM);
            if (item.isEmpty()) continue;
            if (named.putIfAbsent(UUID.fromString(item), row) != null) {
                throw new Refused(row, StatusRows.ITEM, "error.answer.item-twice");
            }
        }
        var own = items.own(obligation, named.keySet().toArray(UUID[]::new));
        for (Map.Entry<UUID, Row> one : named.entrySet()) {
            if (!own.contains(one.getKey())) throw new Refused(one.getValue(), StatusRows.ITEM, "error.item-not-found");
        }
    }

    private static List<Line> told(StatusRows group, Verdict verdict) {
        return group.rows().stream()
                .map(row -> new Line(row.number(), verdict, null, null))
                .toList();
    }

    private static List<Line> told(StatusRows group, int line, String field, String key) {
        return group.rows().stream()
                .map(row -> row.number() == line
                        ? new Line(line, Verdict.REFUSED, field, key)
                        : new Line(row.number(), Verdict.REFUSED, StatusRows.OBLIGATION, "error.exchange.together"))
                .toList();
    }

    /** Which obligation an unreadable line belongs to cannot be known, so nothing of its file is taken. */
    private static RuleViolation unreadable(Row row, String fault) {
        return new RuleViolation("line " + row.number(), fault);
    }

    /** As the file names it. */
    private static String column(@Nullable String field) {
        if (field == null) return StatusRows.OBLIGATION;
        return switch (field) {
            case "subjects.photos" -> StatusRows.CODE;
            case "kept", "kept.duty" -> "kept_duty";
            case "kept.until" -> "kept_until";
            case "infeasible", "infeasible.reason" -> "reason";
            case "infeasible.officer" -> "officer";
            default -> field.substring(field.lastIndexOf('.') + 1);
        };
    }
}
