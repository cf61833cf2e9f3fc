package io.retrace.shared;

import java.util.Optional;

/**
 * What the evidence log signed last, for those who carry it out of the house. It is here and not in {@code evidence}, because
 * evidence reads the modules that write mails and webhooks: they may not read it back (ADR 0011).
 */
@FunctionalInterface
public interface LatestCheckpoint {

    /** Empty before the first leaf. */
    Optional<Head> head();

    /**
     * One checkpoint.
     *
     * @param size entries in the log
     * @param root Merkle root over them, in Base64 as the note has it
     * @param note the signed note (C2SP tlog-checkpoint), verbatim
     */
    record Head(long size, String root, String note) {}
}
