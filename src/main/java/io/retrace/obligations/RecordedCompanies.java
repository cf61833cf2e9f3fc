package io.retrace.obligations;

import io.retrace.obligations.CompanyRecord.FollowUp;
import io.retrace.obligations.CompanyRecord.Items;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.shared.ForModules;
import io.retrace.shared.Reference;
import io.retrace.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Companies with their answers in a fixed number of statements, however many items they have. */
@Service
@ForModules
class RecordedCompanies implements CompanyRecords {

    static final int MOST_REFERENCES = 1000;

    private final JdbcClient db;
    private final AttestationRows attestations;
    private final CopyRows copies;
    private final SignatureRows signatures;
    private final Clock clock;

    RecordedCompanies(
            JdbcClient db, AttestationRows attestations, CopyRows copies, SignatureRows signatures, Clock clock) {
        this.db = db;
        this.attestations = attestations;
        this.copies = copies;
        this.signatures = signatures;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CompanyRecord> of(RequestId request) {
        var answers = new HashMap<>(attestations.recorded(request));
        var signatures = this.signatures.inForce(request);
        answers.putAll(copies.recorded(request)); // an obligation is of one kind
        var items = items(request);
        var now = clock.instant();
        return db.sql("select * from obligation where request_id = ? and cancelled_at is null order by id")
                .param(request.value())
                .query((row, number) -> company(row, now, items, answers, signatures))
                .list();
    }

    private CompanyRecord company(
            ResultSet row,
            Instant now,
            Map<ObligationId, Items> items,
            Map<ObligationId, List<CompanyRecord.Answer>> answers,
            Map<ObligationId, SignatureBlock> signatures)
            throws SQLException {
        var read = ObligationRows.row(row, 0);
        var id = new ObligationId(read.id());
        return new CompanyRecord(
                id,
                new Reference(read.reference()),
                new PartnerId(read.partnerNo()),
                read.instants().word(now),
                read.instants(),
                read.timesAsked(),
                items.getOrDefault(id, new Items(read.items(), List.of(), Sha256.of())),
                answers.getOrDefault(id, List.of()),
                followUp(row.getObject("kept_until", LocalDate.class)),
                signatures.get(id));
    }

    /** As the agenda has it: asked the day after. */
    private static @Nullable FollowUp followUp(@Nullable LocalDate keptUntil) {
        if (keptUntil == null) return null;
        var asked = keptUntil.plusDays(1);
        return new FollowUp(keptUntil, asked, Chase.followUpDue(asked));
    }

    private Map<ObligationId, Items> items(RequestId request) {
        return db
                .sql("""
                        select o.id, count(*) as items,
                               sha256(convert_to(string_agg(i.ref::text, E'\\n' order by i.ref), 'UTF8')) as digest,
                               case when count(*) <= :most then array_agg(i.ref order by i.ref) end as refs
                          from obligation o join obligation_item i on i.obligation_id = o.id
                         where o.request_id = :request group by o.id
                        """)
                .param("most", MOST_REFERENCES)
                .param("request", request.value())
                .query((row, number) -> Map.entry(
                        new ObligationId(row.getObject("id", UUID.class)),
                        new Items(row.getInt("items"), references(row), new Sha256(row.getBytes("digest")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<ItemRef> references(ResultSet row) throws SQLException {
        var refs = row.getArray("refs");
        if (refs == null) return List.of();
        return List.of((UUID[]) refs.getArray()).stream().map(ItemRef::new).toList();
    }
}
