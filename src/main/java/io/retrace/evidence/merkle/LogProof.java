package io.retrace.evidence.merkle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A leaf’s proof that stands alone (C2SP tlog-proof): where it is, the way to the root, and the signed checkpoint. With
 * the leaf’s bytes and the log’s verifier key it can be checked off line, for good.
 *
 * @param index position of the leaf, from 0
 * @param path its inclusion proof, the leaf’s sibling first
 * @param checkpoint the signed note, verbatim
 */
public record LogProof(long index, List<byte[]> path, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** More than any tree has levels. */
    private static final int LONGEST_PATH = 63;

    public LogProof {
        path = List.copyOf(path);
    }

    /** The text form, extension {@code .tlog-proof}. */
    public String text() {
        var text = new StringBuilder(HEADER)
                .append('\n')
                .append(INDEX)
                .append(index)
                .append('\n');
        for (var hash : path) text.append(StrictBase64.encode(hash)).append('\n');
        return text.append('\n').append(checkpoint).toString();
    }

    /** Parses the text form; an {@code extra} line is read over, because nothing vouches for it. */
    public static LogProof parse(String text) throws VerificationException {
        int end = text.indexOf("\n\n");
        if (end < 0) throw new VerificationException("no empty line before the checkpoint");
        var lines = new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)));
        if (!lines.removeFirst().equals(HEADER)) throw new VerificationException("not a tlog-proof, version 1");
        if (!lines.isEmpty() && lines.getFirst().startsWith(EXTRA)) {
            StrictBase64.decode(lines.removeFirst().substring(EXTRA.length()));
        }
        if (lines.isEmpty() || !lines.getFirst().startsWith(INDEX)) throw new VerificationException("no index");
        long index = StrictBase64.number(lines.removeFirst().substring(INDEX.length()));
        if (lines.size() > LONGEST_PATH) throw new VerificationException("the path is too long for any tree");
        var path = new ArrayList<byte[]>();
        for (var line : lines) path.add(StrictBase64.decodeHash(line));
        return new LogProof(index, path, text.substring(end + 2));
    }

    /** Checks everything: signature and origin of the checkpoint, then the leaf against its root <em>and</em> size. */
    public Checkpoint verify(byte[] entry, String origin, Collection<VerifierKey> known) throws VerificationException {
        var opened = Checkpoint.open(checkpoint, origin, known);
        if (!MerkleProof.includes(MerkleHash.leaf(entry), index, opened.size(), path, opened.root())) {
            throw new VerificationException("the entry is not leaf " + index + " of the log");
        }
        return opened;
    }
}
