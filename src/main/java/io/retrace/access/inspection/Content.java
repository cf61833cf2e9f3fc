package io.retrace.access.inspection;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that can be read more than once, from any place, and never lie in memory as a whole. */
public interface Content {

    long size();

    /** From this byte on. */
    InputStream from(long offset) throws IOException;
}
