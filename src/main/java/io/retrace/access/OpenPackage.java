package io.retrace.access;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/**
 * A package that may be read now.
 *
 * @param download names this download, so that it can go on after an interruption; not for eyes
 */
public record OpenPackage(UUID download, PackageFile file, Reader reader) {

    /** Reads any part of it. */
    public interface Reader {

        void copy(long from, long count, OutputStream out) throws IOException;
    }
}
