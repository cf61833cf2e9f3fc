package io.retrace.evidence.merkle;

import java.util.stream.Stream;

/**
 * One hash that commits to any number of lines in their order (the root of their Merkle tree), so that a single leaf of
 * the log stands for a whole batch and each line can still be proved. Memory does not grow with the lines.
 *
 * <p>A proof for one line shows hashes of its neighbours: let each line hold something unguessable, such as its event id.
 */
public final class MerkleRoot {

    private final CompactRange lines = new CompactRange();

    /** Adds the next line: its bytes, or its SHA-256. */
    public MerkleRoot add(byte[] line) {
        lines.append(line);
        return this;
    }

    /** Number of lines so far. */
    public long size() {
        return lines.size();
    }

    /** The 32-byte root so far; {@code SHA-256("")} for no line. */
    public byte[] value() {
        return lines.root();
    }

    /** Root of all lines of a sequential stream, in encounter order. */
    public static byte[] of(Stream<byte[]> lines) {
        var root = new MerkleRoot();
        lines.sequential().forEachOrdered(root::add);
        return root.value();
    }
}
