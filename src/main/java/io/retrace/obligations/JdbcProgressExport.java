package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.PhotoId;
import io.retrace.requests.RequestId;
import io.retrace.requests.TimelineEntry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The same rows that the person’s pages show, without a person who is signed in. */
@Component
class JdbcProgressExport implements ProgressExport {

    private static final int AT_A_TIME = 1_000;
    private static final String ITEMS = """
            select photo_id, obligation_id, ref from obligation_item
            where subject_id = ? order by photo_id desc, obligation_id""";

    private final JdbcTemplate jdbc;
    private final ObligationRows rows;
    private final AttestationRows attestations;
    private final Entries entries;
    private final Clock clock;

    JdbcProgressExport(
            DataSource dataSource, ObligationRows rows, AttestationRows attestations, Entries entries, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(AT_A_TIME);
        this.rows = rows;
        this.attestations = attestations;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public List<CompanyProgress> companies(RequestId request) {
        return rows.companies(request, clock.instant());
    }

    @Override
    public List<TimelineEntry> timeline(RequestId request) {
        return entries.of(request);
    }

    @Override
    public List<Attestation> attestations(ObligationId obligation) {
        return attestations.all(obligation);
    }

    @Override
    public Stream<AskedItem> items(SubjectId subject) {
        return jdbc.queryForStream(
                ITEMS,
                (row, _) -> new AskedItem(
                        new PhotoId(row.getObject("photo_id", UUID.class)),
                        new ObligationId(row.getObject("obligation_id", UUID.class)),
                        new ItemRef(row.getObject("ref", UUID.class))),
                subject.value());
    }
}
