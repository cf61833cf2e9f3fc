package io.retrace.ledger;

import io.retrace.ledger.RefusedLine.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Lines that are committed together, as columns of numbers instead of objects, and reused. No event id stands in it twice:
 * a line that repeats an earlier one of the batch shares that one’s fate, and one that contradicts an earlier one has to wait
 * for the next batch, where the earlier one is already history.
 */
abstract class FeedBatch {

    /** What is to become, or became, of a line. */
    static final byte KEPT = 0;

    static final byte DUPLICATE = 1;
    static final byte REFUSED = 2;

    private static final int REF = 64;

    final long[] line;
    final long[] eventHigh;
    final long[] eventLow;
    final long[] subjectHigh;
    final long[] subjectLow;
    final long[] photoHigh;
    final long[] photoLow;
    final long[] micros;
    final byte[] refs;
    final int[] refTo;
    final byte[] state;

    private final int capacity;
    private final int[] slots;
    private final List<Repeat> repeats = new ArrayList<>();
    private final List<RefusedLine> parsed = new ArrayList<>();
    private final List<RefusedLine> stored = new ArrayList<>();
    private long received;
    private long unreadable;
    private int size;

    /** A line with the content of an earlier one. */
    private record Repeat(long line, int of) {}

    FeedBatch(int capacity) {
        this.capacity = capacity;
        line = new long[capacity];
        eventHigh = new long[capacity];
        eventLow = new long[capacity];
        subjectHigh = new long[capacity];
        subjectLow = new long[capacity];
        photoHigh = new long[capacity];
        photoLow = new long[capacity];
        micros = new long[capacity];
        refs = new byte[capacity * REF];
        refTo = new int[capacity];
        state = new byte[capacity];
        slots = new int[Integer.highestOneBit(capacity) * 4];
    }

    void clear() {
        Arrays.fill(slots, 0);
        repeats.clear();
        parsed.clear();
        received = 0;
        unreadable = 0;
        size = 0;
        undecide();
    }

    /** Back to what the lines alone said, before another try at storing them. */
    void undecide() {
        Arrays.fill(state, 0, size, KEPT);
        stored.clear();
    }

    int size() {
        return size;
    }

    boolean full() {
        return received >= capacity;
    }

    boolean isEmpty() {
        return received == 0;
    }

    long received() {
        return received;
    }

    void countReceived() {
        received++;
    }

    /** A line that cannot even be stored. */
    void unreadable(RefusedLine refusal) {
        unreadable++;
        if (parsed.size() < FeedReport.LISTED) parsed.add(refusal);
    }

    /** A line that contradicts what is stored. */
    void refuse(int row, String field, Reason reason) {
        if (state[row] == REFUSED) return;
        state[row] = REFUSED;
        stored.add(new RefusedLine(line[row], field, reason));
    }

    /** The row with this event id, or −1. */
    int rowOf(long high, long low) {
        for (int slot = slot(high, low); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            int row = slots[slot] - 1;
            if (eventHigh[row] == high && eventLow[row] == low) return row;
        }
        return -1;
    }

    void repeat(long lineNumber, int row) {
        repeats.add(new Repeat(lineNumber, row));
    }

    /** Takes a row into use; the caller fills its other columns. */
    int add(long lineNumber, long high, long low, byte[] bytes, int refFrom, int refEnd, long at) {
        int row = size++;
        line[row] = lineNumber;
        eventHigh[row] = high;
        eventLow[row] = low;
        micros[row] = at;
        System.arraycopy(bytes, refFrom, refs, row * REF, refEnd - refFrom);
        refTo[row] = row * REF + refEnd - refFrom;
        int slot = slot(high, low);
        while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
        slots[slot] = row + 1;
        return row;
    }

    int refFrom(int row) {
        return row * REF;
    }

    boolean sameRef(int row, byte[] bytes, int from, int to) {
        return Arrays.equals(refs, refFrom(row), refTo[row], bytes, from, to);
    }

    UUID event(int row) {
        return new UUID(eventHigh[row], eventLow[row]);
    }

    int count(byte wanted) {
        int count = 0;
        for (int row = 0; row < size; row++) if (state[row] == wanted) count++;
        return count;
    }

    /** What became of all lines, once stored. */
    Tally tally() {
        long duplicates = count(DUPLICATE);
        long refused = count(REFUSED) + unreadable;
        var refusals = new ArrayList<>(parsed);
        refusals.addAll(stored);
        for (var repeat : repeats) {
            if (state[repeat.of] != REFUSED) {
                duplicates++;
                continue;
            }
            refused++;
            refusals.add(refusalOf(repeat));
        }
        refusals.sort((one, other) -> Long.compare(one.line(), other.line()));
        return new Tally(received, count(KEPT), duplicates, refused, refusals);
    }

    private RefusedLine refusalOf(Repeat repeat) {
        long first = line[repeat.of];
        var refusal =
                stored.stream().filter(one -> one.line() == first).findFirst().orElseThrow();
        return new RefusedLine(repeat.line, refusal.field(), refusal.reason());
    }

    private int slot(long high, long low) {
        long mixed = (high ^ low) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33) & slots.length - 1;
    }

    /** Numbers of one batch. */
    record Tally(long received, long accepted, long duplicates, long refused, List<RefusedLine> refusals) {}
}
