package io.retrace.ledger;

import io.retrace.identity.Roles;
import io.retrace.ledger.Incident.Kind;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
@PreAuthorize(Roles.IS_SUPPORT)
class OpenIncidents implements Incidents {

    private static final int MOST = 200;
    private static final String SLICE = """
            select id, kind, event_id, partner_no, disclosed_at, opened_at from incident
            where closed_at is null
              and (cast(:after as uuid) is null
                   or (opened_at, id) > ((select opened_at from incident where id = :after), :after))
            order by opened_at, id limit :limit""";

    private final JdbcClient jdbc;
    private final PartnerDirectory directory;

    OpenIncidents(JdbcClient jdbc, PartnerDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    @Override
    public Slice<Incident> open(@Nullable String after, int limit) {
        int size = Math.clamp(limit, 1, MOST);
        var rows = jdbc.sql(SLICE)
                .param("after", Cursor.read(after))
                .param("limit", size + 1)
                .query((row, _) -> incident(row))
                .list();
        if (rows.size() <= size) return new Slice<>(rows, null);
        var items = rows.subList(0, size);
        return new Slice<>(items, Cursor.write(items.getLast().id()));
    }

    private Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("event_id", UUID.class),
                directory.partner(new PartnerId(row.getInt("partner_no"))),
                row.getTimestamp("disclosed_at").toInstant(),
                row.getTimestamp("opened_at").toInstant());
    }
}
