package io.retrace.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.List;

/** Where encrypted files are kept, outside the database. All nodes see the same ones. Keys are ours, never a company’s. */
interface FileStore {

    /** A new one; what is not closed properly is no file and is found by {@link #olderThan}. */
    OutputStream create(String key) throws IOException;

    /** Throws {@link java.nio.file.NoSuchFileException}. */
    SeekableByteChannel open(String key) throws IOException;

    /** None is left; one that is not there is left alone. */
    void delete(String key) throws IOException;

    /** Keys of what was written before, for the sweep. */
    List<String> olderThan(Instant moment) throws IOException;
}
