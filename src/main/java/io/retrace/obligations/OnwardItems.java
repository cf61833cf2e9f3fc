package io.retrace.obligations;

import io.retrace.partners.PartnerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Items of a company that was named as a recipient: those of the company that named it, by references of their own. It learns the
 * hash, and the day instead of the moment; when and for what the other got them are not for it to know (T5).
 */
@Component
class OnwardItems {

    private final JdbcClient db;

    OnwardItems(JdbcClient db) {
        this.db = db;
    }

    /**
     * Writes those that the company is not asked for already, on this request or by one that it still has to answer, and takes
     * the photos back from it (T6). Empty if there are none.
     */
    Optional<ItemRows.Share> copy(Obligation namedIn, PartnerId company, ObligationId id, Instant now) {
        return db.sql("""
                        with item as (
                            insert into obligation_item
                                (obligation_id, ref, subject_id, photo_id, sha256, disclosed_at, purposes)
                            select :id, gen_random_uuid(), i.subject_id, i.photo_id, i.sha256,
                                   date_trunc('day', i.disclosed_at, 'UTC'), '{}'
                              from obligation_item i
                             where i.obligation_id = :named
                               and not exists (
                                   select from obligation o join obligation_item held on held.obligation_id = o.id
                                    where o.subject_id = :subject and o.partner_no = :company and o.kind = 'ERASURE'
                                      and o.released_at is not null and o.cancelled_at is null
                                      and (o.request_id = :request or o.answered_at is null)
                                      and held.photo_id = i.photo_id)
                            returning photo_id, disclosed_at),
                        taken as (
                            insert into take_back (subject_id, photo_id, partner_no, since)
                            select :subject, photo_id, :company, :now from item
                            on conflict do nothing)
                        select count(*) as items, min(disclosed_at) as first_at from item
                        """)
                .param("id", id.value())
                .param("named", namedIn.obligationId().value())
                .param("subject", namedIn.subject().value())
                .param("company", (short) company.value())
                .param("request", namedIn.request().value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> row.getInt("items") == 0
                        ? Optional.<ItemRows.Share>empty()
                        : Optional.of(new ItemRows.Share(
                                id,
                                company,
                                row.getInt("items"),
                                row.getTimestamp("first_at").toInstant())))
                .single();
    }

    /** What the company is asked for these items already: on this request, or else what it was asked last. */
    Optional<ObligationId> asked(Obligation namedIn, PartnerId company) {
        return db.sql("""
                        select o.id from obligation o
                         where o.subject_id = :subject and o.partner_no = :company and o.kind = 'ERASURE'
                           and o.released_at is not null and o.cancelled_at is null
                         order by o.request_id = :request desc,
                                  exists (select from obligation_item i join obligation_item j
                                             on j.obligation_id = :named and j.photo_id = i.photo_id
                                           where i.obligation_id = o.id) desc, o.id desc
                         limit 1
                        """)
                .param("subject", namedIn.subject().value())
                .param("company", (short) company.value())
                .param("request", namedIn.request().value())
                .param("named", namedIn.obligationId().value())
                .query((row, number) -> new ObligationId(row.getObject("id", UUID.class)))
                .optional();
    }
}
