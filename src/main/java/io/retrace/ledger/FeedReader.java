package io.retrace.ledger;

import io.retrace.ledger.FeedReport.Stop;
import io.retrace.ledger.RefusedLine.Reason;
import org.jspecify.annotations.Nullable;

/** Turns a body into batches. */
final class FeedReader<B extends FeedBatch> {

    private final Lines lines;
    private final FeedKind<B> kind;
    private final LineFields fields;
    private final JsonLine json;
    private boolean waiting;
    private @Nullable Stop stopped;

    FeedReader(FeedBody body, FeedKind<B> kind) {
        this.lines = new Lines(body);
        this.kind = kind;
        this.fields = kind.fields();
        this.json = new JsonLine(fields);
    }

    /** Fills the batch; returns whether there may be more lines after it. */
    boolean fill(B batch) {
        batch.clear();
        kind.begin(batch);
        try {
            if (waiting) read(batch);
            waiting = false;
            while (!batch.full()) {
                switch (lines.next()) {
                    case NOTHING -> {
                        return false;
                    }
                    case TOO_LONG -> refuse(batch, null, Reason.LINE_TOO_LONG);
                    case LINE -> {
                        waiting = !read(batch);
                        if (waiting) return true;
                    }
                }
            }
            return true;
        } catch (FeedStopped e) {
            stopped = e.reason();
            // what came out of a broken compression is not worth believing
            if (stopped == Stop.BAD_COMPRESSION) batch.clear();
            return false;
        }
    }

    /** Why the rest was not read, once {@link #fill} has returned false. */
    @Nullable
    Stop stopped() {
        return stopped;
    }

    private boolean read(B batch) {
        if (blank()) return true;
        if (!PlainLine.read(lines.bytes(), lines.start(), lines.end(), fields)) {
            var refusal = json.read(lines.bytes(), lines.start(), lines.end(), lines.number());
            if (refusal != null) {
                refuse(batch, refusal.field(), refusal.reason());
                return true;
            }
        }
        if (!kind.offer(batch, fields, lines.number())) return false;
        batch.countReceived();
        return true;
    }

    private void refuse(B batch, @Nullable String field, Reason reason) {
        batch.countReceived();
        batch.unreadable(new RefusedLine(lines.number(), field, reason));
    }

    private boolean blank() {
        for (int i = lines.start(); i < lines.end(); i++) {
            if (lines.bytes()[i] != ' ' && lines.bytes()[i] != '\t') return false;
        }
        return true;
    }
}
