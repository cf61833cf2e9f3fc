package io.retrace.ledger;

/** Disclosures that are committed together. */
final class DisclosureBatch extends FeedBatch {

    /** In {@link #via}: the platform itself sent it. */
    static final short NOBODY = 0;

    final short[] partner;
    final short[] purpose;
    final short[] basis;
    final short[] via;
    /** Whether the photo was taken back from anyone, as of {@link #epoch}. */
    final boolean[] takenBack;

    /** State of the take-backs when {@link #takenBack} was read. */
    long epoch;

    int incidents;

    DisclosureBatch(int capacity) {
        super(capacity);
        partner = new short[capacity];
        purpose = new short[capacity];
        basis = new short[capacity];
        via = new short[capacity];
        takenBack = new boolean[capacity];
    }

    /** Whether a row says the same as this, its event id aside. */
    boolean same(int row, int partnerNo, int purposeNo, int basisNo, int viaNo, long at) {
        return partner[row] == partnerNo
                && purpose[row] == purposeNo
                && basis[row] == basisNo
                && via[row] == viaNo
                && micros[row] == at;
    }
}
