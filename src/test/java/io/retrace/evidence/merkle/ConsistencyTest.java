package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One test per way to be wrong, over every pair of trees up to {@value #SIZES}. */
class ConsistencyTest {

    private static final int SIZES = 40;

    private final GrownTree tree = GrownTree.of(SIZES);

    @Test
    void every_older_tree_is_the_beginning_of_every_younger_one() {
        everyPair((first, second, path) ->
                assertThat(consistent(first, second, path)).isTrue());
    }

    @Test
    void another_root_on_either_side_is_refused() {
        everyPair((first, second, path) -> {
            var oldRoot = MerkleProofTest.flip(tree.root(first), 0);
            var newRoot = MerkleProofTest.flip(tree.root(second), 255);
            assertThat(MerkleProof.consistent(first, second, oldRoot, tree.root(second), path))
                    .isFalse();
            assertThat(MerkleProof.consistent(first, second, tree.root(first), newRoot, path))
                    .isFalse();
        });
    }

    @Test
    void another_pair_of_sizes_is_refused() {
        everyPair((first, second, path) -> {
            for (int other = 0; other <= SIZES; other++) {
                if (other == first) continue;
                assertThat(MerkleProof.consistent(other, second, tree.root(other), tree.root(second), path))
                        .isFalse();
            }
        });
    }

    @Test
    void claimed_sizes_that_ask_for_another_length_of_path_are_refused_though_the_roots_fit() {
        for (int second = 1; second <= 12; second++) {
            for (int first = 1; first <= second; first++) {
                var path = tree.consistency(first, second);
                for (int claimed = 1; claimed <= 40; claimed++) {
                    for (int older = 1; older <= claimed; older++) {
                        if (tree.consistency(older, claimed).size() == path.size()) continue;
                        assertThat(MerkleProof.consistent(older, claimed, tree.root(first), tree.root(second), path))
                                .as("%s to %s as %s to %s", first, second, older, claimed)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void a_shortened_or_extended_path_is_refused() {
        everyPair((first, second, path) -> {
            if (!path.isEmpty()) {
                assertThat(consistent(first, second, path.subList(1, path.size())))
                        .isFalse();
                assertThat(consistent(first, second, path.subList(0, path.size() - 1)))
                        .isFalse();
            }
            for (int at = 0; at <= path.size(); at++) {
                var longer = new ArrayList<>(path);
                longer.add(at, tree.leaf(0));
                assertThat(consistent(first, second, longer)).isFalse();
            }
        });
    }

    @Test
    void any_flipped_bit_is_refused() {
        var path = tree.consistency(13, 29);
        for (int step = 0; step < path.size(); step++) {
            for (int bit = 0; bit < 256; bit++) {
                var altered = new ArrayList<>(path);
                altered.set(step, MerkleProofTest.flip(path.get(step), bit));
                assertThat(consistent(13, 29, altered)).isFalse();
            }
        }
    }

    @Test
    void a_shrunk_tree_and_an_empty_one_prove_nothing() {
        assertThat(MerkleProof.consistent(0, 5, tree.root(0), tree.root(5), List.of()))
                .isFalse();
        assertThat(MerkleProof.consistent(5, 3, tree.root(5), tree.root(3), tree.consistency(3, 5)))
                .isFalse();
        assertThat(MerkleProof.consistent(-1, 5, tree.root(1), tree.root(5), tree.consistency(1, 5)))
                .isFalse();
    }

    @Test
    void hashes_of_another_length_are_refused() {
        var path = new ArrayList<>(tree.consistency(3, 7));
        path.set(0, new byte[33]);
        assertThat(consistent(3, 7, path)).isFalse();
        assertThat(MerkleProof.consistent(4, 7, new byte[0], tree.root(7), tree.consistency(4, 7)))
                .isFalse();
    }

    private boolean consistent(long first, long second, List<byte[]> path) {
        return MerkleProof.consistent(first, second, tree.root(first), tree.root(second), path);
    }

    private void everyPair(Check check) {
        for (int second = 1; second <= SIZES; second++) {
            for (int first = 1; first <= second; first++) check.of(first, second, tree.consistency(first, second));
        }
    }

    private interface Check {
        void of(int first, int second, List<byte[]> path);
    }
}
