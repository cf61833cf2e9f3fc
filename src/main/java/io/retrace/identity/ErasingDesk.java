package io.retrace.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
@PreAuthorize(Roles.IS_SUPPORT)
class ErasingDesk implements StuckErasings {

    private final JdbcClient jdbc;

    ErasingDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Stuck> all() {
        return jdbc.sql("""
                        select e.id, e.begun_at, e.support_since, s.step, s.fault from erasing e
                         cross join lateral (select step, fault from erasing_step
                                              where erasing_id = e.id and outcome = 'FAILED' order by no desc limit 1) s
                         where e.support_since is not null and e.done_at is null
                         order by e.support_since, e.id limit 100""").query(ErasingDesk::row).list();
    }

    private static Stuck row(ResultSet row, int number) throws SQLException {
        return new Stuck(
                row.getObject("id", UUID.class),
                row.getTimestamp("begun_at").toInstant(),
                row.getTimestamp("support_since").toInstant(),
                row.getString("step"),
                row.getString("fault"));
    }
}
