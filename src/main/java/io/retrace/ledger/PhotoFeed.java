package io.retrace.ledger;

import io.retrace.ledger.RefusedLine.Reason;
import java.util.Arrays;
import java.util.List;

/** Lines that say: this member uploaded this photo. One object per feed. */
final class PhotoFeed implements FeedKind<PhotoBatch> {

    private static final List<String> FIELDS =
            List.of("event_id", "photo", "member", "uploaded_at", "sha256", "preview_url");
    private static final int EVENT = 0;
    private static final int PHOTO = 1;
    private static final int MEMBER = 2;
    private static final int AT = 3;
    private static final int SHA = 4;
    private static final int PREVIEW = 5;

    private final LineFields fields = new LineFields(FIELDS);
    private final byte[] sha256 = new byte[32];
    private final LineCheck check;
    private final MediaStore media;
    private final PhotoRows rows;

    PhotoFeed(LineCheck check, MediaStore media, PhotoRows rows) {
        this.check = check;
        this.media = media;
        this.rows = rows;
    }

    @Override
    public PhotoBatch newBatch(int capacity) {
        return new PhotoBatch(capacity);
    }

    @Override
    public LineFields fields() {
        return fields;
    }

    @Override
    public void begin(PhotoBatch batch) {
        check.begin();
    }

    @Override
    public boolean offer(PhotoBatch batch, LineFields line, long number) {
        var reason = check.uuid(line, EVENT);
        if (reason != null) return refused(batch, number, EVENT, reason);
        reason = check.ref(line, PHOTO);
        if (reason != null) return refused(batch, number, PHOTO, reason);
        reason = check.ref(line, MEMBER);
        if (reason != null) return refused(batch, number, MEMBER, reason);
        reason = check.present(line, AT);
        if (reason != null) return refused(batch, number, AT, reason);
        long at = Values.micros(line.bytes(), line.from(AT), line.to(AT));
        reason = check.time(at);
        if (reason != null) return refused(batch, number, AT, reason);
        reason = check.present(line, SHA);
        if (reason != null) return refused(batch, number, SHA, reason);
        if (!Values.sha256(line.bytes(), line.from(SHA), line.to(SHA), sha256, 0)) {
            return refused(batch, number, SHA, Reason.MALFORMED);
        }
        if (line.has(PREVIEW) && !media.holds(line.text(PREVIEW))) {
            return refused(batch, number, PREVIEW, Reason.OUTSIDE_MEDIA_STORE);
        }
        return add(batch, line, number, at);
    }

    @Override
    public void resolve(PhotoBatch batch) {
        // members become subjects in the transaction that stores their photos
    }

    @Override
    public void write(PhotoBatch batch) {
        rows.write(batch);
    }

    @Override
    public int incidents(PhotoBatch batch) {
        return 0;
    }

    private boolean add(PhotoBatch batch, LineFields line, long number, long at) {
        var bytes = line.bytes();
        long high = Values.uuidHigh(bytes, line.from(EVENT));
        long low = Values.uuidLow(bytes, line.from(EVENT));
        var ref = line.text(PHOTO);
        var member = line.text(MEMBER);
        int earlier = batch.rowOf(high, low);
        if (earlier >= 0) {
            boolean same = batch.ref[earlier].equals(ref)
                    && batch.member[earlier].equals(member)
                    && batch.micros[earlier] == at
                    && Arrays.equals(batch.sha256, earlier * 32, earlier * 32 + 32, sha256, 0, 32);
            if (same) batch.repeat(number, earlier);
            return same;
        }
        if (batch.holds(ref)) return false;
        batch.claim(ref);
        int row = batch.add(number, high, low, bytes, line.from(PHOTO), line.to(PHOTO), at);
        batch.ref[row] = ref;
        batch.member[row] = member;
        System.arraycopy(sha256, 0, batch.sha256, row * 32, 32);
        batch.preview[row] = line.has(PREVIEW) ? line.text(PREVIEW) : null;
        return true;
    }

    private boolean refused(PhotoBatch batch, long number, int field, Reason reason) {
        batch.unreadable(new RefusedLine(number, fields.name(field), reason));
        return true;
    }
}
