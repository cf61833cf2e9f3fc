package io.retrace.evidence;

import io.retrace.evidence.LogFinding.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Findings with what became of them; rows are added and never changed. */
@Component
class FindingRows {

    private static final String FINDINGS = """
            select f.no, f.kind, f.at_size, f.detail, f.found_at, s.settled_by, s.why, s.settled_at
              from evidence_finding f left join evidence_finding_settled s on s.finding_no = f.no""";

    private final JdbcTemplate jdbc;

    FindingRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<LogFinding> newest(int limit) {
        return jdbc.query(FINDINGS + " order by f.no desc limit ?", (row, _) -> finding(row), limit);
    }

    Optional<LogFinding> find(long no) {
        return jdbc.query(FINDINGS + " where f.no = ?", (row, _) -> finding(row), no).stream()
                .findFirst();
    }

    /** Whether nobody had settled it before. */
    boolean settle(long no, Settlement settlement) {
        return jdbc.update("""
                        insert into evidence_finding_settled (finding_no, settled_by, why, settled_at) values (?, ?, ?, ?)
                        on conflict (finding_no) do nothing""", no, settlement.by(), settlement.why(), Timestamp.from(settlement.at())) == 1;
    }

    private static LogFinding finding(ResultSet row) throws SQLException {
        var by = row.getString("settled_by");
        var finding = new Finding(
                Finding.Kind.valueOf(row.getString("kind")), row.getLong("at_size"), row.getString("detail"));
        var settled = by == null
                ? null
                : new Settlement(
                        by, row.getString("why"), row.getTimestamp("settled_at").toInstant());
        return new LogFinding(
                row.getLong("no"), finding, row.getTimestamp("found_at").toInstant(), settled);
    }
}
