package io.retrace.obligations;

import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.requests.Fulfilment.Tally;
import io.retrace.requests.RequestDirectory;
import io.retrace.requests.RequestId;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.Reference;
import io.retrace.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue: requests by legal date, each with its companies counted now. Counters count the same rows. */
@Component
class QueueRows {

    /**
     * A request is open while it waits for anything: its own end, or a company that still owes an answer. We are waited
     * for as soon as support owns one of its obligations, or somebody to whom a company passed items on stays silent.
     */
    private static final String QUEUE = """
            from request r
            join lateral (
                select %s,
                       coalesce(bool_or(o.owner is not null), false) as any_open,
                       coalesce(bool_or(o.owner = 'SUPPORT' or passed.silent > 0), false) as ours,
                       min(o.next_action_at) as next_action_at,
                       (array_agg(o.partner_no order by o.silent_after, o.id) filter (where w.word = 'NO_ANSWER'))[1]
                           as silent_partner,
                       min(o.silent_after) filter (where w.word = 'NO_ANSWER') as silent_since
                  from obligation o %s %s
                 where o.request_id = r.id) c on true
            cross join lateral (
                select r.status in ('RECEIVED', 'VERIFYING', 'UNDERWAY') or c.ours as is_open) s
            cross join lateral (
                select case when r.status in ('RECEIVED', 'VERIFYING') then 'WAITS_FOR_PERSON'
                            when c.ours then 'WAITS_FOR_US'
                            else 'WAITS_FOR_COMPANY' end as waits_for,
                       s.is_open and r.deadline_due < :today as past) q
            """.formatted(WordSql.COUNTS, WordSql.EACH, OnwardSql.EACH);

    private final JdbcClient db;
    private final RequestDirectory requests;
    private final PartnerDirectory partners;
    private final LegalZone zone;

    QueueRows(JdbcClient db, RequestDirectory requests, PartnerDirectory partners, LegalZone zone) {
        this.db = db;
        this.requests = requests;
        this.partners = partners;
        this.zone = zone;
    }

    Slice<QueueRow> slice(QueueFilter filter, @Nullable String after, int limit, Instant now) {
        var place = Cursors.place(after, LocalDate::parse);
        var found = at("select r.id, r.deadline_due, c.*, q.waits_for " + QUEUE + """
                         where (r.deadline_due, r.id) > (:due, :id)
                        """ + condition(filter) + """
                         order by r.deadline_due, r.id limit :most
                        """, now)
                .param("due", place == null ? LocalDate.EPOCH : place.key())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("most", limit + 1)
                .query(QueueRows::found)
                .list();
        var slice = Cursors.slice(found, limit, row -> row.due + "_" + row.request.value());
        var known = requests.requests(slice.items().stream().map(Found::request).toList());
        return new Slice<>(slice.items().stream().map(row -> row(row, known)).toList(), slice.next());
    }

    Map<ObligationId, Reference> requests(Collection<ObligationId> obligations) {
        var found = db.sql("select id, request_id from obligation where id = any (?)")
                .param(1, obligations.stream().map(ObligationId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new ObligationId(row.getObject("id", UUID.class)),
                        new RequestId(row.getObject("request_id", UUID.class))))
                .list();
        var known = requests.requests(
                found.stream().map(Map.Entry::getValue).distinct().toList());
        var references = new HashMap<ObligationId, Reference>();
        for (var one : found) {
            var request = known.get(one.getValue());
            if (request != null) references.put(one.getKey(), request.reference());
        }
        return references;
    }

    QueueCounters counters(Instant now) {
        return at("""
                        select count(*) filter (where q.waits_for = 'WAITS_FOR_US') as us,
                               count(*) filter (where q.waits_for = 'WAITS_FOR_COMPANY') as company,
                               count(*) filter (where q.waits_for = 'WAITS_FOR_PERSON') as person,
                               count(*) filter (where q.past) as past
                        """ + QUEUE + " where s.is_open", now)
                .query((row, number) -> new QueueCounters(
                        row.getInt("us"), row.getInt("company"), row.getInt("person"), row.getInt("past")))
                .single();
    }

    private JdbcClient.StatementSpec at(String sql, Instant now) {
        return db.sql(sql).param("now", Timestamp.from(now)).param("today", zone.dayOf(now));
    }

    private static String condition(QueueFilter filter) {
        return switch (filter) {
            case OPEN -> " and s.is_open\n";
            case WAITS_FOR_US, WAITS_FOR_COMPANY, WAITS_FOR_PERSON ->
                " and s.is_open and q.waits_for = '" + filter.name() + "'\n";
            case PAST_LEGAL_DATE -> " and q.past\n";
            case CLOSED -> " and not s.is_open\n";
        };
    }

    private QueueRow row(Found row, Map<RequestId, SubjectRequest> known) {
        var request = known.get(row.request);
        if (request == null) throw new IllegalStateException("an obligation without its request: " + row.request);
        var silent = row.silentPartner;
        return new QueueRow(
                request,
                row.tally,
                row.waitsFor,
                silent == null ? null : partners.partner(new PartnerId(silent)).name(),
                row.silentSince,
                row.nextActionAt);
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                new RequestId(row.getObject("id", UUID.class)),
                row.getObject("deadline_due", LocalDate.class),
                Tallies.tally(row, number),
                QueueFilter.valueOf(row.getString("waits_for")),
                row.getObject("silent_partner", Integer.class),
                ObligationRows.instant(row, "silent_since"),
                ObligationRows.instant(row, "next_action_at"));
    }

    private record Found(
            RequestId request,
            LocalDate due,
            Tally tally,
            QueueFilter waitsFor,
            @Nullable Integer silentPartner,
            @Nullable Instant silentSince,
            @Nullable Instant nextActionAt) {}
}
