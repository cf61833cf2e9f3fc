package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.Selection;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Items and take-backs, by the set: routed from what the ledger says each company received (T2), at most one per photo
 * and company. Rows are never loaded to be written.
 */
@Component
class ItemRows {

    /**
     * What the selection touches, per company and photo. Asked already is what an obligation of the same kind holds whose
     * request is open or whose company has not answered; those stay with it.
     */
    private static final String PAIRS = """
            with pair as materialized (
                select d.partner_no, d.photo_id, min(d.disclosed_at) as disclosed_at,
                       array_agg(distinct d.purpose_no order by d.purpose_no) as purposes
                  from disclosure d
                 where d.subject_id = :subject
                   and (:everything or d.photo_id = any (:photos) or d.partner_no = any (:companies))
                 group by d.partner_no, d.photo_id),
            held as materialized (
                select o.partner_no, i.photo_id, o.request_id
                  from obligation o
                  join obligation_item i on i.obligation_id = o.id
                  join request r on r.id = o.request_id
                 where o.subject_id = :subject and o.kind = :kind and o.cancelled_at is null
                   and (o.answered_at is null or r.status in ('RECEIVED', 'VERIFYING', 'UNDERWAY'))),
            fresh as (
                select p.* from pair p
                 where not exists (select from held h where h.partner_no = p.partner_no and h.photo_id = p.photo_id))
            """;

    private final JdbcClient db;

    ItemRows(JdbcClient db) {
        this.db = db;
    }

    /** Companies that something is left to ask of. */
    List<PartnerId> companies(RequestKind kind, SubjectId subject, Selection selection) {
        return pairs("select distinct partner_no from fresh order by partner_no", kind, subject, selection)
                .query((row, number) -> new PartnerId(row.getInt("partner_no")))
                .list();
    }

    /** Requests that ask for some of it already, oldest first. */
    List<RequestId> alreadyAsking(RequestKind kind, SubjectId subject, Selection selection) {
        return pairs("""
                        select distinct h.request_id from held h
                          join pair p on p.partner_no = h.partner_no and p.photo_id = h.photo_id
                         order by h.request_id
                        """, kind, subject, selection)
                .query((row, number) -> new RequestId(row.getObject("request_id", UUID.class)))
                .list();
    }

    /**
     * Writes the items of these obligations, and for an erasure takes the photos back from their companies (T6), in one
     * statement: what it returns is what it wrote, whatever the feed adds meanwhile.
     */
    List<Share> write(
            RequestKind kind,
            SubjectId subject,
            Selection selection,
            Map<PartnerId, ObligationId> obligations,
            Instant now) {
        return pairs("""
                        , owed as (
                            select * from unnest(:partners::smallint[], :ids::uuid[]) as o (partner_no, id)),
                        item as (
                            insert into obligation_item
                                (obligation_id, ref, subject_id, photo_id, sha256, disclosed_at, purposes)
                            select o.id, gen_random_uuid(), :subject, f.photo_id, p.sha256, f.disclosed_at, f.purposes
                              from fresh f
                              join owed o on o.partner_no = f.partner_no
                              join photo p on p.subject_id = :subject and p.id = f.photo_id
                            returning obligation_id, photo_id, disclosed_at),
                        taken as (
                            insert into take_back (subject_id, photo_id, partner_no, since)
                            select :subject, i.photo_id, o.partner_no, :now
                              from item i join owed o on o.id = i.obligation_id
                             where :kind = 'ERASURE'
                            on conflict do nothing)
                        select o.id, o.partner_no, count(*) as items, min(i.disclosed_at) as first_at
                          from item i join owed o on o.id = i.obligation_id
                         group by o.id, o.partner_no order by o.partner_no
                        """, kind, subject, selection)
                .param(
                        "partners",
                        obligations.keySet().stream()
                                .map(no -> (short) no.value())
                                .toArray(Short[]::new))
                .param(
                        "ids",
                        obligations.values().stream().map(ObligationId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .query(ItemRows::share)
                .list();
    }

    /** Photos in the request, each once. */
    int photos(RequestId request) {
        return db.sql("""
                        select count(distinct i.photo_id) from obligation_item i
                          join obligation o on o.id = i.obligation_id where o.request_id = ?
                        """).param(request.value()).query(Integer.class).single();
    }

    /** Lifts the take-backs that only this request held: its photos may be shared again. */
    void giveBack(RequestId request) {
        db.sql("""
                        delete from take_back t
                         using obligation o join obligation_item i on i.obligation_id = o.id
                         where o.request_id = :request
                           and t.subject_id = i.subject_id and t.photo_id = i.photo_id and t.partner_no = o.partner_no
                           and not exists (
                               select from obligation_item j join obligation q on q.id = j.obligation_id
                                where j.subject_id = i.subject_id and j.photo_id = i.photo_id
                                  and q.partner_no = o.partner_no and q.request_id <> :request
                                  and q.kind = 'ERASURE' and q.cancelled_at is null)
                        """).param("request", request.value()).update();
    }

    private JdbcClient.StatementSpec pairs(String rest, RequestKind kind, SubjectId subject, Selection selection) {
        var photos = new UUID[0];
        var companies = new Short[0];
        switch (selection) {
            case Selection.All all -> {}
            case Selection.Photos some ->
                photos = some.photos().stream().map(photo -> photo.value()).toArray(UUID[]::new);
            case Selection.Companies some ->
                companies = some.companies().stream()
                        .map(company -> (short) company.value())
                        .toArray(Short[]::new);
        }
        return db.sql(PAIRS + rest)
                .param("kind", kind.name())
                .param("subject", subject.value())
                .param("everything", selection instanceof Selection.All)
                .param("photos", photos)
                .param("companies", companies);
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        return new Share(
                new ObligationId(row.getObject("id", UUID.class)),
                new PartnerId(row.getInt("partner_no")),
                row.getInt("items"),
                row.getTimestamp("first_at").toInstant());
    }

    /** What one company will be asked. */
    record Share(ObligationId obligation, PartnerId company, int items, Instant firstDisclosedAt) {}
}
