package io.retrace.obligations;

import io.retrace.obligations.CompanyProgress.NextAction;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.partners.Purpose;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.shared.Reference;
import io.retrace.shared.Sha256;
import io.retrace.shared.Slice;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Obligations and their items as their readers see them, each page from a fixed number of statements. */
@Component
class ObligationRows {

    private final JdbcClient db;
    private final PartnerDirectory partners;
    private final AttestationRows attestations;
    private final CopyRows copies;
    private final PassedOnRows passedOn;

    ObligationRows(
            JdbcClient db,
            PartnerDirectory partners,
            AttestationRows attestations,
            CopyRows copies,
            PassedOnRows passedOn) {
        this.db = db;
        this.partners = partners;
        this.attestations = attestations;
        this.copies = copies;
        this.passedOn = passedOn;
    }

    /** The companies of a request, those who need attention first. */
    List<CompanyProgress> companies(RequestId request, Instant now) {
        var rows = db.sql("select * from obligation where request_id = ?")
                .param(request.value())
                .query(ObligationRows::row)
                .list();
        var answered = rows.stream().filter(row -> row.answers > 0).map(Row::id).toList();
        var said = attestations.latest(answered);
        var sent = copies.latest(answered);
        var onward = passedOn.of(request, now);
        return rows.stream()
                .map(row -> {
                    var id = new ObligationId(row.id);
                    return row.progress(partners, said.get(id), sent.get(id), onward.getOrDefault(id, List.of()), now);
                })
                .sorted(Comparator.comparing((CompanyProgress company) -> worst(company))
                        .thenComparing(company -> company.company().name())
                        .thenComparing(company -> company.obligation().value()))
                .toList();
    }

    /** An obligation as its company sees it. */
    CompanyObligation seenByCompany(Row row, List<Reference> copyFirst, Instant now) {
        var id = new ObligationId(row.id);
        return new CompanyObligation(
                id,
                new Reference(row.reference),
                row.kind,
                row.instants().word(now),
                row.items,
                row.sentAt(),
                row.due,
                legal(row.kind),
                row.acknowledgedAt,
                row.expectedBy,
                row.answers == 0 || row.kind != RequestKind.ERASURE ? List.of() : attestations.all(id),
                row.answers == 0 || row.kind != RequestKind.ACCESS ? List.of() : copies.all(id),
                copyFirst,
                row.forgotten);
    }

    /**
     * Open copies of the same person at the same company, for each obligation to erase that is still open: what is erased
     * first cannot be copied any more.
     */
    Map<UUID, List<Reference>> copiesFirst(Collection<UUID> obligations) {
        if (obligations.isEmpty()) return Map.of();
        return db
                .sql("""
                        select e.id, c.reference from obligation e
                          join obligation c on c.subject_id = e.subject_id and c.partner_no = e.partner_no
                         where e.id in (:obligations) and e.kind = 'ERASURE' and e.answered_at is null
                           and c.kind = 'ACCESS' and c.released_at is not null and c.answered_at is null
                         order by c.due, c.id
                        """)
                .param("obligations", obligations)
                .query((row, number) ->
                        Map.entry(row.getObject("id", UUID.class), new Reference(row.getString("reference"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The articles of the right that is used. */
    private static String legal(RequestKind kind) {
        return switch (kind) {
            case ERASURE -> "GDPR Art. 17, 19";
            case ACCESS -> "GDPR Art. 15";
        };
    }

    /** Items by their reference, which is random: their order says nothing either. */
    Slice<CompanyItem> items(ObligationId obligation, @Nullable UUID after, int limit) {
        var rows = db.sql("""
                        select ref, sha256, disclosed_at, purposes from obligation_item
                         where obligation_id = :id and ref > :after order by ref limit :most
                        """)
                .param("id", obligation.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("most", limit + 1)
                .query(this::item)
                .list();
        return Cursors.slice(rows, limit, item -> item.ref().toString());
    }

    /** Of the company and of those to whom it passed items on, the worst. */
    private static Integer worst(CompanyProgress company) {
        return company.passedOn().stream()
                .map(one -> attention(one.word()))
                .reduce(attention(company.word()), Math::min);
    }

    /** Worst first: silence, then what was kept, then what is still to come. */
    static int attention(CompanyWord word) {
        return switch (word) {
            case NO_ANSWER -> 0;
            case KEPT_SOME, KEPT_SOME_BACK -> 1;
            case NOT_ASKED_YET -> 2;
            case ASKED -> 3;
            case WORKING_ON_IT -> 4;
            case CONFIRMED_DELETED, SENT_ITS_COPY -> 5;
            case HAD_NOTHING -> 6;
        };
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                RequestKind.valueOf(row.getString("kind")),
                row.getShort("partner_no"),
                row.getInt("items"),
                row.getTimestamp("forgotten_at") != null,
                row.getObject("due", LocalDate.class),
                instant(row, "released_at"),
                instant(row, "asked_at"),
                instant(row, "last_asked_at"),
                row.getInt("times_asked"),
                instant(row, "acknowledged_at"),
                row.getObject("expected_by", LocalDate.class),
                instant(row, "silent_after"),
                instant(row, "answered_at"),
                row.getString("outcome"),
                row.getInt("answers"),
                row.getString("next_action"),
                instant(row, "next_action_at"),
                row.getBoolean("onward"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private CompanyItem item(ResultSet row, int number) throws SQLException {
        return new CompanyItem(
                new ItemRef(row.getObject("ref", UUID.class)),
                new Sha256(row.getBytes("sha256")),
                row.getTimestamp("disclosed_at").toInstant(),
                purposes(row.getArray("purposes")));
    }

    private List<String> purposes(Array numbers) throws SQLException {
        return Arrays.stream((Short[]) numbers.getArray())
                .map(no -> partners.purpose((int) no))
                .map(Purpose::code)
                .sorted()
                .toList();
    }

    /** One stored obligation, as far as readers need it. */
    record Row(
            UUID id,
            String reference,
            RequestKind kind,
            short partnerNo,
            int items,
            boolean forgotten,
            LocalDate due,
            @Nullable Instant releasedAt,
            @Nullable Instant askedAt,
            @Nullable Instant lastAskedAt,
            int timesAsked,
            @Nullable Instant acknowledgedAt,
            @Nullable LocalDate expectedBy,
            @Nullable Instant silentAfter,
            @Nullable Instant answeredAt,
            @Nullable String outcome,
            int answers,
            @Nullable String nextAction,
            @Nullable Instant nextActionAt,
            boolean onward) {

        Instants instants() {
            return new Instants(
                    askedAt,
                    acknowledgedAt,
                    answeredAt,
                    outcome == null ? null : CompanyWord.valueOf(outcome),
                    silentAfter);
        }

        /** When it was asked: until our question is known to have reached it, when the question went out. */
        private Instant sentAt() {
            if (askedAt != null) return askedAt;
            if (releasedAt != null) return releasedAt;
            throw new IllegalStateException("a company sees no obligation that did not go out: " + id);
        }

        private CompanyProgress progress(
                PartnerDirectory partners,
                @Nullable Attestation said,
                @Nullable CopyAnswer copy,
                List<PassedOn> passedOn,
                Instant now) {
            return new CompanyProgress(
                    new ObligationId(id),
                    kind,
                    partners.partner(new PartnerId(partnerNo)),
                    instants().word(now),
                    items,
                    instants(),
                    timesAsked,
                    lastAskedAt,
                    expectedBy,
                    nextActionAt,
                    nextAction == null ? null : NextAction.valueOf(nextAction),
                    said,
                    copy,
                    onward,
                    passedOn);
        }
    }
}
