package io.retrace.ledger;

/**
 * Cuts a body into lines without copying them: the current line is {@code bytes()[start(), end())} until the next call. A
 * line that is too long is skipped to its end, however long that takes.
 */
final class Lines {

    /** Longest line, in bytes without its end. */
    static final int LONGEST = 16_384;

    private final FeedBody body;
    private final byte[] buffer = new byte[1 << 17];
    private int position;
    private int limit;
    private int start;
    private int end;
    private long number;
    private boolean atEnd;

    Lines(FeedBody body) {
        this.body = body;
    }

    /** What {@link #next()} found. */
    enum Found {
        LINE,
        TOO_LONG,
        NOTHING
    }

    Found next() throws FeedStopped {
        int scan = position;
        while (true) {
            for (; scan < limit; scan++) {
                if (buffer[scan] == '\n') return line(scan, scan + 1);
            }
            if (scan - position > LONGEST + 1) return skip();
            if (atEnd) return position < limit ? line(limit, limit) : Found.NOTHING;
            scan = refill(scan);
        }
    }

    byte[] bytes() {
        return buffer;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** Number of the current line, from 1. */
    long number() {
        return number;
    }

    private Found line(int last, int next) {
        start = position;
        end = last > start && buffer[last - 1] == '\r' ? last - 1 : last;
        position = next;
        number++;
        return end - start > LONGEST ? Found.TOO_LONG : Found.LINE;
    }

    /** Moves the begun line to the front and reads on; returns where scanning goes on. */
    private int refill(int scan) throws FeedStopped {
        if (limit == buffer.length || position == limit) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            scan -= position;
            limit -= position;
            position = 0;
        }
        int count = body.read(buffer, limit, buffer.length - limit);
        if (count < 0) atEnd = true;
        else limit += count;
        return scan;
    }

    private Found skip() throws FeedStopped {
        number++;
        while (true) {
            for (; position < limit; position++) {
                if (buffer[position] == '\n') {
                    position++;
                    return Found.TOO_LONG;
                }
            }
            if (atEnd) return Found.TOO_LONG;
            position = 0;
            limit = 0;
            int count = body.read(buffer, 0, buffer.length);
            if (count < 0) atEnd = true;
            else limit = count;
        }
    }
}
