package io.retrace.ledger;

import java.util.Arrays;

/**
 * The kept rows of a batch in order of event id, as PostgreSQL orders UUIDs. All feeds lock index entries in this order, so
 * two of them wait for each other but never in a circle.
 */
final class EventOrder {

    private EventOrder() {}

    static int[] of(FeedBatch batch) {
        var order = new int[batch.count(FeedBatch.KEPT)];
        int count = 0;
        for (int row = 0; row < batch.size(); row++) {
            if (batch.state[row] == FeedBatch.KEPT) order[count++] = row;
        }
        sort(batch, order, Arrays.copyOf(order, count), 0, count);
        return order;
    }

    /** Merge sort of {@code order[from, to)}, which {@code spare} holds too; without boxes, and quick on what is sorted. */
    private static void sort(FeedBatch batch, int[] order, int[] spare, int from, int to) {
        if (to - from < 2) return;
        int middle = from + to >>> 1;
        sort(batch, spare, order, from, middle);
        sort(batch, spare, order, middle, to);
        if (!after(batch, spare[middle - 1], spare[middle])) {
            System.arraycopy(spare, from, order, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right == to || left < middle && !after(batch, spare[left], spare[right]);
            order[i] = takeLeft ? spare[left++] : spare[right++];
        }
    }

    private static boolean after(FeedBatch batch, int one, int other) {
        int high = Long.compareUnsigned(batch.eventHigh[one], batch.eventHigh[other]);
        return high != 0 ? high > 0 : Long.compareUnsigned(batch.eventLow[one], batch.eventLow[other]) > 0;
    }
}
