package io.retrace.audit;

import io.retrace.identity.Roles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** What a platform has to publish of the requests it got, computed when asked (11 CCR §7102(a)). */
@Service
@PreAuthorize(Roles.IS_AUDITOR)
public class Figures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Requests of one calendar year, by the day they were received (UTC).
     *
     * @param medianDays days from receipt to the end, of those that have ended and were not withdrawn; {@code null} if
     *     there are none
     */
    public record Year(
            int year,
            int received,
            int open,
            int done,
            int partlyDone,
            int notDone,
            int withdrawn,
            @Nullable Double medianDays) {}

    /**
     * What one company was asked and how it answered.
     *
     * @param asked obligations that reached it
     * @param keptSome of those answered, how many kept something
     * @param late answered, or not answered yet, after its time was over
     * @param medianDays days from being asked to the first answer; {@code null} if it never answered
     */
    public record Company(
            String name,
            int asked,
            int answered,
            int keptSome,
            int late,
            @Nullable Double medianDays) {}

    /** Newest year first. */
    public List<Year> years() {
        return jdbc.sql("""
                        select extract(year from received_at at time zone 'UTC')::int as year, count(*) as received,
                               count(*) filter (where status in ('RECEIVED', 'VERIFYING', 'UNDERWAY')) as open,
                               count(*) filter (where status = 'DONE') as done,
                               count(*) filter (where status = 'PARTLY_DONE') as partly,
                               count(*) filter (where status = 'NOT_DONE') as not_done,
                               count(*) filter (where status = 'WITHDRAWN') as withdrawn,
                               percentile_cont(0.5) within group (
                                   order by extract(epoch from closed_at - received_at) / 86400)
                                   filter (where closed_at is not null and status <> 'WITHDRAWN') as median
                          from request group by 1 order by 1 desc""")
                .query((row, n) -> new Year(
                        row.getInt("year"),
                        row.getInt("received"),
                        row.getInt("open"),
                        row.getInt("done"),
                        row.getInt("partly"),
                        row.getInt("not_done"),
                        row.getInt("withdrawn"),
                        median(row)))
                .list();
    }

    /** By name. */
    public List<Company> companies() {
        return jdbc.sql("""
                        select p.name, count(*) as asked, count(o.answered_at) as answered,
                               count(*) filter (where o.outcome in ('KEPT_SOME', 'KEPT_SOME_BACK')) as kept,
                               count(*) filter (where coalesce(f.first_at, :now) > o.silent_after) as late,
                               percentile_cont(0.5) within group (
                                   order by greatest(0, extract(epoch from f.first_at - o.asked_at)) / 86400)
                                   filter (where f.first_at is not null) as median
                          from obligation o join partner p on p.no = o.partner_no
                          left join lateral (select least(
                                     (select min(received_at) from attestation a where a.obligation_id = o.id),
                                     (select min(received_at) from copy_answer c where c.obligation_id = o.id))
                                     as first_at) f on true
                         where o.asked_at is not null group by p.no, p.name order by p.name""")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Company(
                        row.getString("name"),
                        row.getInt("asked"),
                        row.getInt("answered"),
                        row.getInt("kept"),
                        row.getInt("late"),
                        median(row)))
                .list();
    }

    private static @Nullable Double median(ResultSet row) throws SQLException {
        var days = row.getDouble("median");
        return row.wasNull() ? null : days;
    }
}
