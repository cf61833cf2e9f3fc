package io.retrace.ledger;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** A connection that is gone after so many bytes. */
final class BreakingStream extends FilterInputStream {

    private int left;

    BreakingStream(byte[] body, int left) {
        super(new ByteArrayInputStream(body));
        this.left = left;
    }

    @Override
    public int read() throws IOException {
        if (left-- <= 0) throw new IOException("connection reset");
        return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left <= 0) throw new IOException("connection reset");
        int count = super.read(target, offset, Math.min(length, left));
        left -= count;
        return count;
    }
}
