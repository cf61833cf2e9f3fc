package io.retrace.ledger;

import io.retrace.ledger.FeedReport.Stop;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a feed, decompressed and capped; every way to end early is a {@link FeedStopped}. */
final class FeedBody {

    private static final int BLOCK = 1 << 16;
    /** gzip reaches about 1,030:1, real feeds 5 to 30:1. */
    private static final int RATIO = 200;
    /** Short bodies may repeat themselves as they like. */
    private static final long RATIO_FROM = 16L << 20;

    private final Counted raw;
    private final long limit;
    private final boolean gzip;

    private InputStream text;
    private long read;

    FeedBody(InputStream body, boolean gzip, long limit) {
        this.raw = new Counted(body);
        this.gzip = gzip;
        this.limit = limit;
        this.text = raw;
    }

    /** Reads at least one byte; −1 at the proper end. */
    int read(byte[] target, int offset, int length) throws FeedStopped {
        int count = readText(target, offset, length);
        if (count < 0) return -1;
        read += count;
        if (read > limit) throw new FeedStopped(Stop.TOO_LARGE);
        if (gzip && read > RATIO_FROM && read / RATIO > raw.count) throw new FeedStopped(Stop.BAD_COMPRESSION);
        return count;
    }

    private int readText(byte[] target, int offset, int length) throws FeedStopped {
        try {
            if (gzip && text == raw) text = new GZIPInputStream(raw, BLOCK);
            return text.read(target, offset, length);
        } catch (ZipException e) {
            throw new FeedStopped(Stop.BAD_COMPRESSION, e);
        } catch (EOFException e) {
            throw new FeedStopped(gzip && raw.count == 0 ? Stop.BAD_COMPRESSION : Stop.CUT_SHORT, e);
        } catch (IOException e) {
            throw new FeedStopped(Stop.CUT_SHORT, e);
        }
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) count++;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = super.read(target, offset, length);
            if (got > 0) count += got;
            return got;
        }
    }
}
