package io.retrace.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the watch has found, for good; while one finding is open, nothing is signed. */
@Component
class Findings {

    private static final Logger LOG = LoggerFactory.getLogger(Findings.class);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Findings(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Raises the alarm, each time anew; a finding is kept once. */
    void record(Finding finding) {
        LOG.error(
                "ALERT evidence {} at size {}: {}. Nothing is signed until a support lead has looked and settled it at"
                        + " /support/findings (ADR 0011)",
                finding.kind(),
                finding.size(),
                finding.detail());
        jdbc.update("""
                insert into evidence_finding (kind, at_size, detail, found_at) values (?, ?, ?, ?)
                on conflict (kind, at_size, detail) do nothing""", finding.kind().name(), finding.size(), finding.detail(), Timestamp.from(clock.instant()));
    }

    /** What a person has looked at; it stays true, and must not hide what comes after it. */
    Set<Finding> settled() {
        return Set.copyOf(jdbc.query(
                """
                select distinct f.kind, f.at_size, f.detail
                  from evidence_finding f join evidence_finding_settled s on s.finding_no = f.no""",
                (row, _) -> new Finding(Finding.Kind.valueOf(row.getString(1)), row.getLong(2), row.getString(3))));
    }

    /** How many nobody has settled yet. */
    int open() {
        var open = jdbc.queryForObject("""
                select count(*) from evidence_finding f
                where not exists (select from evidence_finding_settled s where s.finding_no = f.no)""", Integer.class);
        return open == null ? 0 : open;
    }
}
