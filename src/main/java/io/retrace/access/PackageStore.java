package io.retrace.access;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;

/** Where sealed packages are kept, outside the database. All nodes see the same ones. */
interface PackageStore {

    /** Begins a file of this package; what earlier attempts began and never kept is gone with it. */
    Draft begin(PackageId id) throws IOException;

    /** Throws {@code NoSuchFileException} if it is not there. */
    SeekableByteChannel open(PackageId id, String file) throws IOException;

    /** Deletes every file of this package but this one. */
    void keepOnly(PackageId id, String file) throws IOException;

    /** Deletes one file of this package. */
    void discard(PackageId id, String file) throws IOException;

    /** Deletes whatever there is of this package. */
    void destroy(PackageId id) throws IOException;

    /** A file that is being written; closing it without {@link #keep} leaves nothing. */
    interface Draft extends Closeable {

        OutputStream out();

        /** Makes it last, whole; returns its name for {@link PackageStore#open}. */
        String keep() throws IOException;
    }
}
