package io.retrace.ledger;

/** What differs between the feeds. The first three run on the reader’s thread, {@link #write} on the caller’s. */
interface FeedKind<B extends FeedBatch> {

    B newBatch(int capacity);

    /** Reads again what lines are checked against. */
    void begin(B batch);

    /** Puts a line into the batch, kept or refused; false if it has to wait for the next batch. */
    boolean offer(B batch, LineFields line, long number);

    /** Looks up what the lines refer to, outside the transaction. */
    void resolve(B batch);

    /** Stores the batch in one transaction with its evidence. */
    void write(B batch);

    LineFields fields();

    /** How many incidents storing the batch has opened. */
    int incidents(B batch);
}
