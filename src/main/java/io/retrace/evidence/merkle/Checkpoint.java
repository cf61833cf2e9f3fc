package io.retrace.evidence.merkle;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * What a log commits to at one size (C2SP tlog-checkpoint v1.0.0).
 *
 * @param origin the log’s name: an address without scheme; also the name of its key
 * @param size number of leaves
 * @param root Merkle root over them, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {

    public Checkpoint {
        if (!VerifierKey.isName(origin)) throw new IllegalArgumentException("not an origin");
        if (size < 0) throw new IllegalArgumentException("a tree cannot have " + size + " leaves");
        if (root.length != MerkleHash.SIZE) throw new IllegalArgumentException("a root has 32 bytes");
        root = root.clone();
    }

    /** Opens a signed checkpoint: some known key of the log itself signed it, and nothing in it is malformed. */
    public static Checkpoint open(String note, String origin, Collection<VerifierKey> known)
            throws VerificationException {
        var ofTheLog = known.stream().filter(key -> key.name().equals(origin)).toList();
        var checkpoint = parse(SignedNote.open(note.getBytes(StandardCharsets.UTF_8), ofTheLog));
        if (!checkpoint.origin.equals(origin)) throw new VerificationException("a checkpoint of another log");
        return checkpoint;
    }

    private static Checkpoint parse(String text) throws VerificationException {
        var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3) throw new VerificationException("a checkpoint has at least three lines");
        if (lines.stream().anyMatch(String::isEmpty))
            throw new VerificationException("an empty line in the checkpoint");
        if (!VerifierKey.isName(lines.getFirst())) throw new VerificationException("not an origin");
        return new Checkpoint(
                lines.getFirst(), StrictBase64.number(lines.get(1)), StrictBase64.decodeHash(lines.get(2)));
    }

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + StrictBase64.encode(root) + "\n";
    }

    @Override
    public byte[] root() {
        return root.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
