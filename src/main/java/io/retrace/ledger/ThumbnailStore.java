package io.retrace.ledger;

import java.util.Optional;

/** Where thumbnails are kept, outside the database. All nodes see the same ones. */
interface ThumbnailStore {

    /** Keeps the picture whole or not at all, in place of a former one. */
    void write(PhotoId photo, byte[] jpeg);

    /** Empty if there is none. */
    Optional<byte[]> read(PhotoId photo);

    /** Nothing if there is none. */
    void delete(PhotoId photo);
}
