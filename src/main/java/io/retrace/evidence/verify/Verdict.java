package io.retrace.evidence.verify;

import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.VerifierKey;
import java.util.List;

/**
 * Every step held.
 *
 * @param key what the checkpoints were checked with
 * @param keyGiven whether whoever checks named the key; otherwise it came from the file that it vouches for
 * @param receipt the entry that committed to the receipt
 * @param answers entries that committed to companies’ answers, where the receipt encloses them
 * @param companies how many companies the statement speaks of
 */
public record Verdict(VerifierKey key, boolean keyGiven, Proved receipt, List<Proved> answers, int companies) {

    public Verdict {
        answers = List.copyOf(answers);
    }

    /**
     * An entry that is in the log.
     *
     * @param index its position, from 0
     * @param time when it was recorded, to the second
     * @param checkpoint under which it was proved
     */
    public record Proved(long index, String time, Checkpoint checkpoint) {}
}
