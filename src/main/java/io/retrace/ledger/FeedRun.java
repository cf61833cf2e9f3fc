package io.retrace.ledger;

import io.retrace.ledger.FeedReport.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * One feed: while a batch is stored on the caller’s thread (which holds its rights and its transactions), the next one is
 * read and resolved on another. Three batches are all the memory it takes.
 */
final class FeedRun<B extends FeedBatch> {

    private static final int BATCHES = 3;

    private final FeedKind<B> kind;
    private final FeedReader<B> reader;
    private final int capacity;
    private final BlockingQueue<B> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Filled<B>> filled = new ArrayBlockingQueue<>(BATCHES);
    private final List<RefusedLine> listed = new ArrayList<>();
    private long received;
    private long accepted;
    private long duplicates;
    private long refused;
    private long incidents;

    /** A batch, and whether it is the last one. */
    private record Filled<B>(B batch, boolean last) {}

    FeedRun(FeedBody body, FeedKind<B> kind, int capacity) {
        this.kind = kind;
        this.reader = new FeedReader<>(body, kind);
        this.capacity = capacity;
    }

    FeedReport run() {
        var reading = new FutureTask<>(this::read, true);
        var thread = Thread.ofPlatform().daemon().name("feed-reader").start(() -> {
            reading.run();
            filled.offer(new Filled<>(kind.newBatch(1), true)); // wakes the writer if reading failed
        });
        try {
            write();
            reading.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) throw failure;
            throw new IllegalStateException(e.getCause());
        } finally {
            // the body belongs to the request: nobody may read it when the request has ended
            thread.interrupt();
            join(thread);
        }
        return report(reader.stopped());
    }

    private void read() {
        try {
            boolean more = true;
            for (int made = 0; more; made++) {
                var batch = made < BATCHES ? kind.newBatch(capacity) : empty.take();
                more = reader.fill(batch);
                if (batch.size() > 0) kind.resolve(batch);
                filled.put(new Filled<>(batch, !more));
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void write() throws InterruptedException {
        boolean more = true;
        while (more) {
            var next = filled.take();
            more = !next.last;
            if (next.batch.size() > 0) kind.write(next.batch);
            count(next.batch);
            empty.add(next.batch);
        }
    }

    private void count(B batch) {
        var tally = batch.tally();
        received += tally.received();
        accepted += tally.accepted();
        duplicates += tally.duplicates();
        refused += tally.refused();
        incidents += kind.incidents(batch);
        for (var refusal : tally.refusals()) {
            if (listed.size() == FeedReport.LISTED) break;
            listed.add(refusal);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("the feed was interrupted; what was committed stays, and it can be repeated");
    }

    private FeedReport report(@Nullable Stop stopped) {
        return new FeedReport(received, accepted, duplicates, refused, listed, incidents, stopped);
    }
}
