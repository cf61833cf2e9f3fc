package io.retrace.ledger;

import io.retrace.ledger.BatchRows.Stored;
import io.retrace.ledger.RefusedLine.Reason;
import io.retrace.shared.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;

/** One batch of disclosures on its way into the table. */
final class DisclosureTable implements BatchRows.Table {

    private static final String ORDER = "select pg_advisory_xact_lock_shared(7295001)";
    private static final String COPY = """
            copy disclosure (subject_id, photo_id, event_id, disclosed_at, batch_no, partner_no, purpose_no, legal_basis,
            via_partner_no) from stdin (format binary)""";
    private static final String STORED = """
            select k.i::int, d.photo_id, d.partner_no, d.purpose_no, d.legal_basis, coalesce(d.via_partner_no, 0),
                   ((extract(epoch from d.disclosed_at) - 946684800) * 1000000)::bigint
            from unnest(?) with ordinality k(event_id, i) join disclosure d on d.event_id = k.event_id""";
    private static final String INCIDENTS = """
            insert into incident (id, kind, subject_id, photo_id, partner_no, event_id, disclosed_at, opened_at)
            select uuidv7(), case when d.disclosed_at < t.since then 'REPORTED_LATE' else 'AFTER_TAKE_BACK' end,
                   d.subject_id, d.photo_id, d.partner_no, d.event_id, d.disclosed_at, ?
            from disclosure d join take_back t using (subject_id, photo_id, partner_no)
            where d.event_id = any (?)""";
    private static final int ROW = 9 * 4 + 3 * 16 + 8 + 4 + 4 * 2;

    private final DisclosureBatch batch;
    private final ErasedPhotos erased;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DisclosureTable(DisclosureBatch batch, ErasedPhotos erased, ApplicationEventPublisher events, Clock clock) {
        this.batch = batch;
        this.erased = erased;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "DISCLOSURES";
    }

    @Override
    public void before(Connection connection) throws SQLException {
        batch.incidents = 0;
        try (var lock = connection.prepareStatement(ORDER)) {
            lock.execute();
        }
        if (DisclosureRows.epoch(connection) != batch.epoch) DisclosureRows.resolve(connection, batch);
        var unknown = DisclosureRows.unknownPhotos(batch);
        if (unknown.length > 0) refuse(unknown);
    }

    private void refuse(int[] unknown) {
        var now = clock.instant();
        batch.incidents = erased.refuse(batch, unknown, now);
        if (batch.incidents > 0) events.publishEvent(new DisclosuresOfErased(batch.incidents, now));
    }

    @Override
    public void compare(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(STORED)) {
            query.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            IntStream.range(0, batch.size())
                                    .mapToObj(batch::event)
                                    .toArray()));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    int row = rows.getInt(1) - 1;
                    if (batch.state[row] != FeedBatch.KEPT) continue;
                    boolean same =
                            rows.getObject(2, UUID.class).equals(new UUID(batch.photoHigh[row], batch.photoLow[row]))
                                    && batch.same(
                                            row,
                                            rows.getInt(3),
                                            rows.getInt(4),
                                            rows.getInt(5),
                                            rows.getInt(6),
                                            rows.getLong(7));
                    if (same) batch.state[row] = FeedBatch.DUPLICATE;
                    else batch.refuse(row, "event_id", Reason.EVENT_ID_REUSED);
                }
            }
        }
    }

    @Override
    public Sha256 root(int[] order) {
        return LinesRoot.ofDisclosures(batch, order);
    }

    @Override
    public void copy(Connection connection, int[] order, int batchNo) throws SQLException {
        var copy = new BinaryCopy(64 + order.length * (ROW + 2));
        for (int row : order) {
            copy.row(9, ROW)
                    .uuid(batch.subjectHigh[row], batch.subjectLow[row])
                    .uuid(batch.photoHigh[row], batch.photoLow[row])
                    .uuid(batch.eventHigh[row], batch.eventLow[row])
                    .int8(batch.micros[row])
                    .int4(batchNo)
                    .int2(batch.partner[row])
                    .int2(batch.purpose[row])
                    .int2(batch.basis[row]);
            if (batch.via[row] == DisclosureBatch.NOBODY) copy.nothing();
            else copy.int2(batch.via[row]);
        }
        copy.send(connection, COPY);
    }

    @Override
    public void after(Connection connection, Stored stored) throws SQLException {
        int incidents = openIncidents(connection, stored);
        batch.incidents += incidents;
        events.publishEvent(new DisclosuresRecorded(
                stored.batchNo(), stored.order().length, stored.root(), incidents, stored.at()));
    }

    private int openIncidents(Connection connection, Stored stored) throws SQLException {
        var suspects = IntStream.of(stored.order())
                .filter(row -> batch.takenBack[row])
                .mapToObj(batch::event)
                .toArray();
        if (suspects.length == 0) return 0;
        try (var insert = connection.prepareStatement(INCIDENTS)) {
            insert.setTimestamp(1, Timestamp.from(stored.at()));
            insert.setArray(2, connection.createArrayOf("uuid", suspects));
            return insert.executeUpdate();
        }
    }
}
