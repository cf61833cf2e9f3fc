package io.retrace.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Disclosures between batch and table. */
@Component
class DisclosureRows {

    // two statements, the epoch first: a take-back between them makes the flags newer than they claim, never older
    private static final String EPOCH = "select epoch from take_back_epoch";
    private static final String RESOLVE = """
            select k.i::int, p.subject_id, p.id,
                   exists (select from take_back t where t.subject_id = p.subject_id and t.photo_id = p.id)
            from unnest(cast(? as text[])) with ordinality k(ref, i)
            join photo p on p.platform_ref = k.ref collate "C\"""";

    private final JdbcTemplate jdbc;
    private final BatchRows batches;
    private final ErasedPhotos erased;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisclosureRows(
            DataSource dataSource,
            BatchRows batches,
            ErasedPhotos erased,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.batches = batches;
        this.erased = erased;
        this.events = events;
        this.clock = clock;
    }

    void resolve(DisclosureBatch batch) {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            resolve(connection, batch);
            return true;
        });
    }

    void write(DisclosureBatch batch) {
        batches.store(batch, new DisclosureTable(batch, erased, events, clock));
    }

    static long epoch(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(EPOCH);
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Finds photo and person of each row; where there is no such photo the row keeps no photo id. */
    static void resolve(Connection connection, DisclosureBatch batch) throws SQLException {
        batch.epoch = epoch(connection);
        try (var query = connection.prepareStatement(RESOLVE)) {
            query.setString(1, refs(batch));
            try (var rows = query.executeQuery()) {
                for (int i = 0; i < batch.size(); i++) batch.photoHigh[i] = 0;
                while (rows.next()) {
                    int row = rows.getInt(1) - 1;
                    var subject = rows.getObject(2, UUID.class);
                    var photo = rows.getObject(3, UUID.class);
                    batch.subjectHigh[row] = subject.getMostSignificantBits();
                    batch.subjectLow[row] = subject.getLeastSignificantBits();
                    batch.photoHigh[row] = photo.getMostSignificantBits();
                    batch.photoLow[row] = photo.getLeastSignificantBits();
                    batch.takenBack[row] = rows.getBoolean(4);
                }
            }
        }
    }

    static int[] unknownPhotos(DisclosureBatch batch) {
        // the upper half of a UUIDv7 is never zero
        return IntStream.range(0, batch.size())
                .filter(row -> batch.photoHigh[row] == 0)
                .toArray();
    }

    /** As an array literal; references hold nothing that would need an escape, but one may read “null”. */
    private static String refs(DisclosureBatch batch) {
        var text = new StringBuilder(batch.size() * 24).append('{');
        for (int row = 0; row < batch.size(); row++) {
            if (row > 0) text.append(',');
            text.append('"');
            for (int i = batch.refFrom(row); i < batch.refTo[row]; i++) text.append((char) batch.refs[i]);
            text.append('"');
        }
        return text.append('}').toString();
    }
}
