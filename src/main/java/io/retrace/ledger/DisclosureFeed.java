package io.retrace.ledger;

import io.retrace.ledger.RefusedLine.Reason;
import java.util.List;

/** Lines that say: this company received this photo. One object per feed. */
final class DisclosureFeed implements FeedKind<DisclosureBatch> {

    private static final List<String> FIELDS =
            List.of("event_id", "photo", "partner", "purpose", "legal_basis", "disclosed_at", "passed_on_by");
    private static final int EVENT = 0;
    private static final int PHOTO = 1;
    private static final int PARTNER = 2;
    private static final int PURPOSE = 3;
    private static final int BASIS = 4;
    private static final int AT = 5;
    private static final int VIA = 6;

    private final LineFields fields = new LineFields(FIELDS);
    private final LineCheck check;
    private final Known known;
    private final DisclosureRows rows;

    DisclosureFeed(LineCheck check, Known known, DisclosureRows rows) {
        this.check = check;
        this.known = known;
        this.rows = rows;
    }

    @Override
    public DisclosureBatch newBatch(int capacity) {
        return new DisclosureBatch(capacity);
    }

    @Override
    public LineFields fields() {
        return fields;
    }

    @Override
    public void begin(DisclosureBatch batch) {
        check.begin();
        known.begin();
        batch.incidents = 0;
    }

    @Override
    public boolean offer(DisclosureBatch batch, LineFields line, long number) {
        var reason = check.uuid(line, EVENT);
        if (reason != null) return refused(batch, number, EVENT, reason);
        reason = check.ref(line, PHOTO);
        if (reason != null) return refused(batch, number, PHOTO, reason);
        int partner = line.has(PARTNER) ? known.partner(line, PARTNER) : CodeTable.NONE;
        if (partner == CodeTable.NONE) return unknown(batch, line, number, PARTNER);
        int purpose = line.has(PURPOSE) ? known.purpose(line, PURPOSE) : CodeTable.NONE;
        if (purpose == CodeTable.NONE) return unknown(batch, line, number, PURPOSE);
        int basis = line.has(BASIS) ? known.basis(line, BASIS) : CodeTable.NONE;
        if (basis == CodeTable.NONE) return unknown(batch, line, number, BASIS);
        reason = check.present(line, AT);
        if (reason != null) return refused(batch, number, AT, reason);
        long at = Values.micros(line.bytes(), line.from(AT), line.to(AT));
        reason = check.time(at);
        if (reason != null) return refused(batch, number, AT, reason);
        int via = line.has(VIA) ? known.partner(line, VIA) : DisclosureBatch.NOBODY;
        if (via == CodeTable.NONE) return unknown(batch, line, number, VIA);
        return add(batch, line, number, partner, purpose, basis, via, at);
    }

    @Override
    public void resolve(DisclosureBatch batch) {
        rows.resolve(batch);
    }

    @Override
    public void write(DisclosureBatch batch) {
        rows.write(batch);
    }

    @Override
    public int incidents(DisclosureBatch batch) {
        return batch.incidents;
    }

    private static boolean add(
            DisclosureBatch batch,
            LineFields line,
            long number,
            int partner,
            int purpose,
            int basis,
            int via,
            long at) {
        var bytes = line.bytes();
        long high = Values.uuidHigh(bytes, line.from(EVENT));
        long low = Values.uuidLow(bytes, line.from(EVENT));
        int earlier = batch.rowOf(high, low);
        if (earlier >= 0) {
            boolean same = batch.same(earlier, partner, purpose, basis, via, at)
                    && batch.sameRef(earlier, bytes, line.from(PHOTO), line.to(PHOTO));
            if (same) batch.repeat(number, earlier);
            return same;
        }
        int row = batch.add(number, high, low, bytes, line.from(PHOTO), line.to(PHOTO), at);
        batch.partner[row] = (short) partner;
        batch.purpose[row] = (short) purpose;
        batch.basis[row] = (short) basis;
        batch.via[row] = (short) via;
        return true;
    }

    private boolean unknown(DisclosureBatch batch, LineFields line, long number, int field) {
        return refused(batch, number, field, line.has(field) ? Reason.UNKNOWN : Reason.MISSING);
    }

    private boolean refused(DisclosureBatch batch, long number, int field, Reason reason) {
        batch.unreadable(new RefusedLine(number, fields.name(field), reason));
        return true;
    }
}
