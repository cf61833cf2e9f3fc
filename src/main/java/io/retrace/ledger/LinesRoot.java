package io.retrace.ledger;

import io.retrace.shared.Sha256;
import java.nio.ByteBuffer;

/**
 * The Merkle root over the rows of a batch that were kept, in order of event id. Each row is hashed as it is stored, so that
 * it can be proved from the tables alone, without the feed; its event id keeps it unguessable.
 */
final class LinesRoot {

    private static final int DISCLOSURE = 16 + 16 + 8 + 4 * 2;
    private static final int PHOTO = 16 + 16 + 16 + 8 + 32;

    private LinesRoot() {}

    /** Event, photo, time, partner, purpose, basis, via (0 for none); big-endian. */
    static Sha256 ofDisclosures(DisclosureBatch batch, int[] order) {
        var root = new RowsRoot();
        var row = ByteBuffer.allocate(DISCLOSURE);
        for (int i : order) {
            row.clear()
                    .putLong(batch.eventHigh[i])
                    .putLong(batch.eventLow[i])
                    .putLong(batch.photoHigh[i])
                    .putLong(batch.photoLow[i])
                    .putLong(batch.micros[i])
                    .putShort(batch.partner[i])
                    .putShort(batch.purpose[i])
                    .putShort(batch.basis[i])
                    .putShort(batch.via[i]);
            root.add(row.array());
        }
        return root.value();
    }

    /** Event, subject, photo, time of upload, SHA-256; big-endian. */
    static Sha256 ofPhotos(PhotoBatch batch, int[] order) {
        var root = new RowsRoot();
        var row = ByteBuffer.allocate(PHOTO);
        for (int i : order) {
            row.clear()
                    .putLong(batch.eventHigh[i])
                    .putLong(batch.eventLow[i])
                    .putLong(batch.subjectHigh[i])
                    .putLong(batch.subjectLow[i])
                    .putLong(batch.photoHigh[i])
                    .putLong(batch.photoLow[i])
                    .putLong(batch.micros[i])
                    .put(batch.sha256, i * 32, 32);
            root.add(row.array());
        }
        return root.value();
    }
}
