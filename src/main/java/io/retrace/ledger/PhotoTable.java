package io.retrace.ledger;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Priority;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.retrace.identity.MemberRef;
import io.retrace.identity.Subjects;
import io.retrace.ledger.BatchRows.Stored;
import io.retrace.ledger.RefusedLine.Reason;
import io.retrace.shared.Sha256;
import io.retrace.shared.TimeOrderedId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;

/** One batch of photos on its way into the table. */
final class PhotoTable implements BatchRows.Table {

    private static final String COPY = """
            copy photo (subject_id, id, platform_ref, event_id, sha256, uploaded_at, batch_no)
            from stdin (format binary)""";
    private static final String STORED = """
            with line as (select * from unnest(?, ?) with ordinality k(event_id, ref, i)),
                 hit as (select i, p.* from line join photo p using (event_id)
                         union
                         select i, p.* from line join photo p on p.platform_ref = line.ref collate "C")
            select i::int, event_id, platform_ref, subject_id, sha256,
                   ((extract(epoch from uploaded_at) - 946684800) * 1000000)::bigint
            from hit order by i""";
    private static final int ROW = 7 * 4 + 3 * 16 + 64 + 32 + 8 + 4;

    private final PhotoBatch batch;
    private final Subjects subjects;
    private final SchedulerClient queue;
    private final ApplicationEventPublisher events;

    PhotoTable(PhotoBatch batch, Subjects subjects, SchedulerClient queue, ApplicationEventPublisher events) {
        this.batch = batch;
        this.subjects = subjects;
        this.queue = queue;
        this.events = events;
    }

    @Override
    public String kind() {
        return "PHOTOS";
    }

    @Override
    public void before(Connection connection) {
        var members = new HashSet<MemberRef>();
        for (int row = 0; row < batch.size(); row++) members.add(new MemberRef(batch.member[row]));
        var known = subjects.ofMembers(members);
        for (int row = 0; row < batch.size(); row++) {
            var subject = known.get(new MemberRef(batch.member[row]));
            if (subject == null) {
                batch.refuse(row, "member", Reason.ERASED);
                continue;
            }
            var id = TimeOrderedId.at(Micros.instant(batch.micros[row]));
            batch.subjectHigh[row] = subject.value().getMostSignificantBits();
            batch.subjectLow[row] = subject.value().getLeastSignificantBits();
            batch.photoHigh[row] = id.getMostSignificantBits();
            batch.photoLow[row] = id.getLeastSignificantBits();
        }
    }

    @Override
    public void compare(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(STORED)) {
            var events = IntStream.range(0, batch.size()).mapToObj(batch::event).toArray();
            query.setArray(1, connection.createArrayOf("uuid", events));
            query.setArray(2, connection.createArrayOf("text", Arrays.copyOf(batch.ref, batch.size())));
            try (var rows = query.executeQuery()) {
                while (rows.next()) compare(rows, rows.getInt(1) - 1);
            }
        }
    }

    /** A photo that is registered already, exactly so, is a duplicate even under another event id. */
    private void compare(ResultSet stored, int row) throws SQLException {
        if (batch.state[row] == FeedBatch.REFUSED) return;
        boolean sameRef = stored.getString(3).equals(batch.ref[row]);
        boolean sameMember =
                stored.getObject(4, UUID.class).equals(new UUID(batch.subjectHigh[row], batch.subjectLow[row]));
        boolean samePicture = Arrays.equals(stored.getBytes(5), 0, 32, batch.sha256, row * 32, row * 32 + 32)
                && stored.getLong(6) == batch.micros[row];
        if (!sameRef) batch.refuse(row, "event_id", Reason.EVENT_ID_REUSED);
        else if (!sameMember) batch.refuse(row, "photo", Reason.REGISTERED_TO_ANOTHER_MEMBER);
        else if (!samePicture) batch.refuse(row, "photo", Reason.REGISTERED_DIFFERENTLY);
        else batch.state[row] = FeedBatch.DUPLICATE;
    }

    @Override
    public Sha256 root(int[] order) {
        return LinesRoot.ofPhotos(batch, order);
    }

    @Override
    public void copy(Connection connection, int[] order, int batchNo) throws SQLException {
        var copy = new BinaryCopy(64 + order.length * (ROW + 2));
        for (int row : order) {
            copy.row(7, ROW)
                    .uuid(batch.subjectHigh[row], batch.subjectLow[row])
                    .uuid(batch.photoHigh[row], batch.photoLow[row])
                    .bytes(batch.refs, batch.refFrom(row), batch.refTo[row])
                    .uuid(batch.eventHigh[row], batch.eventLow[row])
                    .bytes(batch.sha256, row * 32, row * 32 + 32)
                    .int8(batch.micros[row])
                    .int4(batchNo);
        }
        copy.send(connection, COPY);
    }

    @Override
    public void after(Connection connection, Stored stored) {
        queue.scheduleBatch(
                IntStream.of(stored.order())
                        .filter(row -> batch.preview[row] != null)
                        .mapToObj(this::fetch)
                        .toList(),
                stored.at());
        events.publishEvent(new PhotosRecorded(stored.batchNo(), stored.order().length, stored.root(), stored.at()));
    }

    private TaskInstance<?> fetch(int row) {
        var photo = new UUID(batch.photoHigh[row], batch.photoLow[row]);
        return PreviewFetch.TASK
                .instance(photo.toString())
                .priority(Priority.LOW)
                .data(new PreviewFetch.Wanted(batch.ref[row], String.valueOf(batch.preview[row])))
                .build();
    }
}
