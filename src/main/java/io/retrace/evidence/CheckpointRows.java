package io.retrace.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every checkpoint that was signed, by size and by time. */
@Component
class CheckpointRows {

    private final JdbcClient jdbc;

    CheckpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves under the newest one. */
    long size() {
        return size("select max(size) from evidence_checkpoint").orElse(0L);
    }

    List<SignedCheckpoint> page(long before, int limit) {
        return jdbc.sql(
                        "select size, signed_at, note from evidence_checkpoint where size < ? order by size desc limit ?")
                .params(before, limit)
                .query((row, n) -> checkpoint(row))
                .list();
    }

    Optional<SignedCheckpoint> at(long size) {
        return jdbc.sql("select size, signed_at, note from evidence_checkpoint where size = ?")
                .param(size)
                .query((row, n) -> checkpoint(row))
                .optional();
    }

    /** Leaves that were in the log by then for sure. */
    long sizeBefore(Instant at) {
        return size(
                        "select size from evidence_checkpoint where signed_at < ? order by signed_at desc, size desc limit 1",
                        Timestamp.from(at))
                .orElse(0L);
    }

    /** Leaves under the first checkpoint signed after that; more than there are if none was. */
    long sizeAfter(Instant at) {
        return size(
                        "select size from evidence_checkpoint where signed_at > ? order by signed_at, size limit 1",
                        Timestamp.from(at))
                .orElse(Long.MAX_VALUE);
    }

    private Optional<Long> size(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).optional();
    }

    private static SignedCheckpoint checkpoint(ResultSet row) throws SQLException {
        return new SignedCheckpoint(
                row.getLong("size"), row.getTimestamp("signed_at").toInstant(), row.getString("note"));
    }
}
