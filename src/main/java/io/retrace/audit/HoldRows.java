package io.retrace.audit;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Reference;
import io.retrace.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds, read from what companies attested: one row per answer and kind, newest first. */
@Component
class HoldRows {

    /** The duty’s end plus thirty days, until the company has in fact been asked again: then the day it was given. */
    private static final String HOLDS = """
            select * from (
                select a.received_at, a.obligation_id, a.version, a.kept_items, k.kind, r.reference as request,
                       o.reference as obligation, p.name as company, p.slug,
                       case k.kind when 'KEPT' then f.form #>> '{kept,duty}'
                                   when 'INFEASIBLE' then f.form #>> '{infeasible,reason}'
                                   else concat_ws(': ', f.form #>> '{withheld,law}', f.form #>> '{withheld,reason}')
                                   end as said,
                       coalesce(case k.kind when 'INFEASIBLE' then f.form #>> '{infeasible,officer}' end,
                                concat_ws(', ', f.form #>> '{declarant,name}', f.form #>> '{declarant,title}')) as officer,
                       u.until, v.review,
                       case when a.version < o.answers then 'REPLACED'
                            when u.until is null then 'NO_END'
                            when o.stage = 'FOLLOW_UP' then 'RUNS'
                            when v.review < :today then 'OVERDUE'
                            else 'ASKED_AGAIN' end as state
                  from (select received_at, obligation_id, version, kept_items, body from attestation
                         where outcome = 'KEPT_SOME'
                        union all
                        select received_at, obligation_id, version, 0, body from copy_answer
                         where outcome = 'KEPT_SOME_BACK') a
                  join obligation o on o.id = a.obligation_id
                  join request r on r.id = o.request_id
                  join partner p on p.no = o.partner_no
                  cross join lateral (select a.body::jsonb as form) f
                  cross join lateral (
                       select 'KEPT' as kind where f.form -> 'kept' is not null
                       union all select 'INFEASIBLE' where f.form -> 'infeasible' is not null
                       union all select 'WITHHELD' where f.form -> 'withheld' is not null) k
                  cross join lateral (
                       select case k.kind when 'KEPT' then (f.form #>> '{kept,until}')::date end as until) u
                  cross join lateral (
                       select case when a.version = o.answers and o.follow_up_at is not null
                                   then o.due else u.until + 30 end as review) v
                ) hold
             where (:kind::text is null or kind = :kind)
               and (:state::text is null or state = :state)
               and (:company::text is null or slug = :company)
               and (:after_at::timestamptz is null or (received_at, obligation_id, version, kind)
                    < (:after_at, :after_id, :after_version, :after_kind))
             order by received_at desc, obligation_id desc, version desc, kind desc
             limit :limit
            """;

    private final JdbcClient jdbc;

    HoldRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<Hold> slice(HoldFilter filter, @Nullable String after, int limit, LocalDate today) {
        var place = after == null ? null : Place.parse(after);
        var found = jdbc.sql(HOLDS)
                .param("today", today)
                .param("kind", name(filter.kind()), Types.VARCHAR)
                .param("state", name(filter.state()), Types.VARCHAR)
                .param("company", filter.company(), Types.VARCHAR)
                .param("after_at", place == null ? null : place.at, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("after_id", place == null ? new UUID(0, 0) : place.id)
                .param("after_version", place == null ? 0 : place.version)
                .param("after_kind", place == null ? "" : place.kind)
                .param("limit", limit + 1)
                .query(HoldRows::found)
                .list();
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Slice<>(
                shown.stream().map(Found::hold).toList(),
                found.size() > limit ? shown.getLast().place.toString() : null);
    }

    /** Companies that ever kept something, by slug and name. */
    List<Holder> companies() {
        return jdbc.sql("""
                        select p.slug, p.name from partner p where exists (
                            select from obligation o left join attestation a on a.obligation_id = o.id
                              left join copy_answer c on c.obligation_id = o.id
                             where o.partner_no = p.no and o.answered_at is not null
                               and (a.outcome = 'KEPT_SOME' or c.outcome = 'KEPT_SOME_BACK'))
                         order by p.name""")
                .query((row, n) -> new Holder(row.getString("slug"), row.getString("name")))
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var hold = new Hold(
                new Reference(row.getString("request")),
                new Reference(row.getString("obligation")),
                row.getString("company"),
                row.getInt("version"),
                Hold.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("received_at").toInstant(),
                row.getInt("kept_items"),
                row.getString("said"),
                row.getString("officer"),
                row.getObject("until", LocalDate.class),
                row.getObject("review", LocalDate.class),
                Hold.State.valueOf(row.getString("state")));
        return new Found(
                hold,
                new Place(
                        hold.answeredAt().atOffset(ZoneOffset.UTC),
                        row.getObject("obligation_id", UUID.class),
                        hold.version(),
                        hold.kind().name()));
    }

    private record Found(Hold hold, Place place) {}

    /** Where a slice ended. */
    private record Place(OffsetDateTime at, UUID id, int version, String kind) {

        static Place parse(String cursor) {
            try {
                var parts = cursor.split("_", -1);
                return new Place(
                        OffsetDateTime.parse(parts[0]),
                        UUID.fromString(parts[1]),
                        Integer.parseInt(parts[2]),
                        Hold.Kind.valueOf(parts[3].toUpperCase(Locale.ROOT)).name());
            } catch (RuntimeException e) {
                throw new RuleViolation("after", "error.cursor");
            }
        }

        @Override
        public String toString() {
            return at + "_" + id + "_" + version + "_" + kind;
        }
    }
}
