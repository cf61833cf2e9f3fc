package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.requests.TimelineEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The timeline of obligations. A sentence’s first argument is the company, its second, if any, a number or a day. */
@Component
class Entries {

    private final JdbcClient db;
    private final PartnerDirectory partners;

    Entries(JdbcClient db, PartnerDirectory partners) {
        this.db = db;
        this.partners = partners;
    }

    void write(Obligation obligation, Instant at, Actor.Kind by, String key, @Nullable Object detail) {
        db.sql("""
                        insert into obligation_entry (obligation_id, request_id, at, actor_kind, key, detail)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(obligation.obligationId().value())
                .param(obligation.request().value())
                .param(Timestamp.from(at))
                .param(by.name())
                .param(key)
                .param(detail == null ? null : detail.toString())
                .update();
    }

    /** That a message reached the company, said once however often it is reported, in one round trip; false if it was said. */
    boolean writeAsked(Obligation obligation, String messageId, Instant at) {
        return db.sql("""
                        with first as (
                            insert into obligation_message (obligation_id, message_id, reached_at) values (?, ?, ?)
                            on conflict do nothing returning obligation_id, reached_at)
                        insert into obligation_entry (obligation_id, request_id, at, actor_kind, key)
                        select obligation_id, ?, reached_at, ?, 'asked' from first""")
                        .param(obligation.obligationId().value())
                        .param(messageId)
                        .param(Timestamp.from(at))
                        .param(obligation.request().value())
                        .param(Actor.Kind.SYSTEM.name())
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<TimelineEntry> of(RequestId request) {
        return db.sql("""
                        select e.at, e.actor_kind, e.key, e.detail, o.partner_no
                          from obligation_entry e join obligation o on o.id = e.obligation_id
                         where e.request_id = ? order by e.at, e.id
                        """).param(request.value()).query(this::entry).list();
    }

    private TimelineEntry entry(ResultSet row, int number) throws SQLException {
        var arguments = new ArrayList<Object>();
        arguments.add(partners.partner(new PartnerId(row.getInt("partner_no"))).name());
        var detail = row.getString("detail");
        if (detail != null) arguments.add(argument(detail));
        return new TimelineEntry(
                row.getTimestamp("at").toInstant(),
                Actor.Kind.valueOf(row.getString("actor_kind")),
                row.getString("key"),
                arguments);
    }

    private static Object argument(String detail) {
        return detail.contains("-") ? LocalDate.parse(detail) : Integer.valueOf(detail);
    }
}
