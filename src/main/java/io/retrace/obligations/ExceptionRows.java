package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.ItemException;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.ExceptionLists.Held;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploaded lists at rest, one row each. */
@Component
class ExceptionRows {

    private final JdbcClient db;

    ExceptionRows(JdbcClient db) {
        this.db = db;
    }

    /** Which of these are items of the obligation. */
    Set<UUID> own(ObligationId obligation, UUID[] named) {
        return new HashSet<>(db.sql("select ref from obligation_item where obligation_id = :id and ref = any (:named)")
                .param("id", obligation.value())
                .param("named", named)
                .query(UUID.class)
                .list());
    }

    Held write(ObligationId obligation, List<ItemException> unordered, Instant now) {
        var exceptions = unordered.stream()
                .sorted(Comparator.comparing(exception -> exception.item().toString()))
                .toList();
        var digest = digest(exceptions);
        db.sql("""
                        insert into exception_list values (:id, :digest, :now, :refs, :outcomes)
                        on conflict (obligation_id) do update set sha256 = excluded.sha256,
                            received_at = excluded.received_at, refs = excluded.refs, outcomes = excluded.outcomes
                        """)
                .param("id", obligation.value())
                .param("digest", digest.bytes())
                .param("now", Timestamp.from(now))
                .param(
                        "refs",
                        exceptions.stream()
                                .map(exception -> exception.item().value())
                                .toArray(UUID[]::new))
                .param(
                        "outcomes",
                        exceptions.stream()
                                .map(exception -> exception.outcome().name())
                                .toArray(String[]::new))
                .update();
        return held(digest, exceptions);
    }

    Optional<Stored> read(ObligationId obligation) {
        return db.sql("select * from exception_list where obligation_id = ?")
                .param(obligation.value())
                .query((row, number) -> new Stored(
                        new Sha256(row.getBytes("sha256")),
                        exceptions((UUID[]) row.getArray("refs").getArray(), (String[])
                                row.getArray("outcomes").getArray())))
                .optional();
    }

    void delete(ObligationId obligation) {
        db.sql("delete from exception_list where obligation_id = ?")
                .param(obligation.value())
                .update();
    }

    static Held held(Sha256 digest, List<ItemException> exceptions) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        exceptions.forEach(exception -> counts.merge(exception.outcome(), 1, Integer::sum));
        return new Held(digest, exceptions.size(), counts);
    }

    /** A list as it was uploaded. */
    record Stored(Sha256 digest, List<ItemException> exceptions) {}

    private static Sha256 digest(List<ItemException> exceptions) {
        var text = new StringBuilder();
        for (var exception : exceptions) {
            text.append(exception.item())
                    .append(',')
                    .append(exception.outcome().name().toLowerCase(Locale.ROOT))
                    .append('\n');
        }
        return Sha256.of(text.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static List<ItemException> exceptions(UUID[] refs, String[] outcomes) {
        var exceptions = new ArrayList<ItemException>(refs.length);
        for (int i = 0; i < refs.length; i++) {
            exceptions.add(new ItemException(new ItemRef(refs[i]), Outcome.valueOf(outcomes[i])));
        }
        return exceptions;
    }
}
