package io.retrace.evidence.merkle;

import java.security.MessageDigest;
import java.util.List;

/**
 * Checks proofs (RFC 9162 §2.1.3.2 and §2.1.4.2) with every check kept: {@code index < size} and {@code sn == 0} at the
 * end. Take sizes and roots from a signed {@link Checkpoint}, never from beside the proof: one path fits several sizes.
 */
public final class MerkleProof {

    private MerkleProof() {}

    /** Whether the leaf with this hash is number {@code index} (from 0) of the tree of {@code size} leaves with this root. */
    public static boolean includes(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || leafHash.length != MerkleHash.SIZE) return false;
        long fn = index;
        long sn = size - 1;
        var hash = leafHash;
        for (var step : path) {
            if (step.length != MerkleHash.SIZE || sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                hash = MerkleHash.node(step, hash);
                int rise = risesAlone(fn);
                fn >>= rise;
                sn >>= rise;
            } else {
                hash = MerkleHash.node(hash, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(hash, root);
    }

    /** Whether the tree of {@code second} leaves begins with the {@code first} leaves of the older one. */
    public static boolean consistent(long first, long second, byte[] firstRoot, byte[] secondRoot, List<byte[]> path) {
        if (first <= 0 || second < first) return false;
        if (first == second) return path.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        if (path.isEmpty() || firstRoot.length != MerkleHash.SIZE) return false;
        boolean wholeSubtree = Long.bitCount(first) == 1;
        int rise = Long.numberOfTrailingZeros(~(first - 1));
        long fn = (first - 1) >> rise;
        long sn = (second - 1) >> rise;
        var old = wholeSubtree ? firstRoot : path.getFirst();
        if (old.length != MerkleHash.SIZE) return false;
        var all = old;
        for (var step : wholeSubtree ? path : path.subList(1, path.size())) {
            if (step.length != MerkleHash.SIZE || sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                old = MerkleHash.node(step, old);
                all = MerkleHash.node(step, all);
                int up = risesAlone(fn);
                fn >>= up;
                sn >>= up;
            } else {
                all = MerkleHash.node(all, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && MessageDigest.isEqual(old, firstRoot) && MessageDigest.isEqual(all, secondRoot);
    }

    /** Levels a last, left-hand subtree rises without a sibling. */
    private static int risesAlone(long fn) {
        return fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
    }
}
