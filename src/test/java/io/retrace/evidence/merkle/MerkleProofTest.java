package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test per way to be wrong, over every leaf of every tree up to {@value #SIZES}. */
class MerkleProofTest {

    private static final int SIZES = 40;

    private final GrownTree tree = GrownTree.of(SIZES);

    @Test
    void every_leaf_of_every_tree_is_proved() {
        everyLeaf((index, size, path) -> assertThat(includes(index, size, path)).isTrue());
    }

    @Test
    void a_proof_holds_for_no_other_index() {
        everyLeaf((index, size, path) -> {
            for (long other = -1; other <= 2L * SIZES; other++) {
                if (other != index) {
                    assertThat(MerkleProof.includes(tree.leaf(index), other, size, path, tree.root(size)))
                            .as("leaf %s of %s as %s", index, size, other)
                            .isFalse();
                }
            }
        });
    }

    @Test
    void an_index_beyond_the_tree_is_refused_though_the_hashes_fit() {
        // without “index < size” and “sn == 0” leaf 0 of 8 would also pass as 8 and 16, and in trees of 16 and 1000
        var path = tree.inclusion(0, 8);
        for (long index : new long[] {8, 16}) {
            assertThat(MerkleProof.includes(tree.leaf(0), index, 8, path, tree.root(8)))
                    .isFalse();
        }
        for (long size : new long[] {16, 1000, 0, -8}) {
            assertThat(MerkleProof.includes(tree.leaf(0), 0, size, path, tree.root(8)))
                    .isFalse();
        }
    }

    @Test
    void a_proof_holds_for_no_other_root() {
        everyLeaf((index, size, path) -> {
            for (int other = 0; other <= SIZES; other++) {
                if (other != size) {
                    assertThat(MerkleProof.includes(tree.leaf(index), index, size, path, tree.root(other)))
                            .isFalse();
                }
            }
        });
    }

    @Test
    void a_proof_holds_for_no_other_leaf() {
        everyLeaf((index, size, path) -> {
            for (int other = 0; other < SIZES; other++) {
                if (other != index) {
                    assertThat(MerkleProof.includes(tree.leaf(other), index, size, path, tree.root(size)))
                            .isFalse();
                }
            }
        });
    }

    @Test
    void a_claimed_index_and_size_that_ask_for_another_length_of_path_are_refused() {
        // such as leaf 1 of 2 shown as leaf 0 of 1, whose path then goes on beyond the root
        for (int size = 1; size <= 12; size++) {
            for (int index = 0; index < size; index++) {
                var path = tree.inclusion(index, size);
                for (int claimedSize = 1; claimedSize <= 40; claimedSize++) {
                    for (int claimed = 0; claimed < claimedSize; claimed++) {
                        if (tree.inclusion(claimed, claimedSize).size() == path.size()) continue;
                        assertThat(MerkleProof.includes(tree.leaf(index), claimed, claimedSize, path, tree.root(size)))
                                .as("leaf %s of %s as %s of %s", index, size, claimed, claimedSize)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void a_shortened_path_is_refused() {
        everyLeaf((index, size, path) -> {
            for (int cut = 0; cut < path.size(); cut++) {
                assertThat(includes(index, size, path.subList(0, cut))).isFalse();
                assertThat(includes(index, size, path.subList(cut + 1, path.size())))
                        .isFalse();
            }
        });
    }

    @Test
    void an_extended_path_is_refused() {
        everyLeaf((index, size, path) -> {
            for (int at = 0; at <= path.size(); at++) {
                var longer = new ArrayList<>(path);
                longer.add(at, tree.leaf(0));
                assertThat(includes(index, size, longer)).isFalse();
            }
        });
    }

    @Test
    void any_flipped_bit_is_refused() {
        var path = tree.inclusion(11, 27);
        for (int step = 0; step < path.size(); step++) {
            for (int bit = 0; bit < 256; bit++) {
                var altered = new ArrayList<>(path);
                altered.set(step, flip(path.get(step), bit));
                assertThat(includes(11, 27, altered)).isFalse();
            }
        }
        for (int bit = 0; bit < 256; bit++) {
            assertThat(MerkleProof.includes(flip(tree.leaf(11), bit), 11, 27, path, tree.root(27)))
                    .isFalse();
            assertThat(MerkleProof.includes(tree.leaf(11), 11, 27, path, flip(tree.root(27), bit)))
                    .isFalse();
        }
    }

    @Test
    void hashes_of_another_length_are_refused() {
        var path = new ArrayList<>(tree.inclusion(3, 8));
        path.set(1, new byte[31]);
        assertThat(includes(3, 8, path)).isFalse();
        assertThat(MerkleProof.includes(new byte[0], 0, 1, List.of(), new byte[0]))
                .isFalse();
    }

    @Test
    void a_plan_is_only_made_for_a_leaf_that_the_tree_has() {
        assertThatThrownBy(() -> ProofPlan.inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofPlan.inclusion(-1, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofPlan.consistency(0, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProofPlan.consistency(9, 8)).isInstanceOf(IllegalArgumentException.class);
    }

    private boolean includes(long index, long size, List<byte[]> path) {
        return MerkleProof.includes(tree.leaf(index), index, size, path, tree.root(size));
    }

    private void everyLeaf(Check check) {
        for (int size = 1; size <= SIZES; size++) {
            for (int index = 0; index < size; index++) check.of(index, size, tree.inclusion(index, size));
        }
    }

    static byte[] flip(byte[] hash, int bit) {
        var altered = hash.clone();
        altered[bit / 8] ^= (byte) (1 << bit % 8);
        return altered;
    }

    private interface Check {
        void of(int index, int size, List<byte[]> path);
    }
}
