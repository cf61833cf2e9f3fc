package io.retrace.audit;

import io.retrace.requests.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code audit_export}. */
@Component
class ExportRows {

    private final JdbcClient jdbc;

    ExportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Export export) {
        jdbc.sql("insert into audit_export (id, request_id, redacted, reason, actor_id, taken_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .param(export.id().value())
                .param(export.request().value())
                .param(export.redacted())
                .param(export.reason())
                .param(export.by())
                .param(Timestamp.from(export.takenAt()))
                .update();
    }

    Optional<Export> find(ExportId id) {
        return jdbc.sql("select * from audit_export where id = ?")
                .param(id.value())
                .query((row, n) -> export(row))
                .optional();
    }

    List<Export> of(RequestId request) {
        return jdbc.sql("select * from audit_export where request_id = ? order by taken_at desc, id desc limit 100")
                .param(request.value())
                .query((row, n) -> export(row))
                .list();
    }

    private static Export export(ResultSet row) throws SQLException {
        return new Export(
                new ExportId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getBoolean("redacted"),
                row.getString("reason"),
                row.getString("actor_id"),
                row.getTimestamp("taken_at").toInstant());
    }
}
