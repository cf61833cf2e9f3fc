package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MerkleProperties {

    private static final int LARGEST = 3000;
    private static final GrownTree TREE = GrownTree.of(LARGEST);

    @Property(tries = 300)
    void the_grown_root_is_the_one_the_rfc_defines(@ForAll @IntRange(max = LARGEST) int size) {
        assertThat(TREE.root(size)).isEqualTo(TREE.definedRoot(0, size));
    }

    @Property
    void a_leaf_proves_itself_at_its_index_and_size_only(
            @ForAll @IntRange(min = 1, max = LARGEST) int size,
            @ForAll @IntRange(max = LARGEST - 1) int index,
            @ForAll @LongRange(min = -1, max = Long.MAX_VALUE) long other) {
        Assume.that(index < size);
        var path = TREE.inclusion(index, size);
        assertThat(MerkleProof.includes(TREE.leaf(index), index, size, path, TREE.root(size)))
                .isTrue();
        assertThat(other == index || !MerkleProof.includes(TREE.leaf(index), other, size, path, TREE.root(size)))
                .isTrue();
        assertThat(path).hasSizeLessThanOrEqualTo(64 - Long.numberOfLeadingZeros(size - 1L));
    }

    @Property
    void an_older_tree_is_the_beginning_of_a_younger_one(
            @ForAll @IntRange(min = 1, max = LARGEST) int first, @ForAll @IntRange(min = 1, max = LARGEST) int second) {
        Assume.that(first <= second);
        var path = TREE.consistency(first, second);
        assertThat(MerkleProof.consistent(first, second, TREE.root(first), TREE.root(second), path))
                .isTrue();
        var forged = MerkleProofTest.flip(TREE.root(second), first % 256);
        assertThat(MerkleProof.consistent(first, second, TREE.root(first), forged, path))
                .isFalse();
    }

    @Property(tries = 200)
    void a_tree_goes_on_from_its_stored_edge_as_if_it_had_never_stopped(
            @ForAll @IntRange(max = 500) int stop, @ForAll @IntRange(max = 300) int more) {
        var tree = GrownTree.of(stop);
        var again = new CompactRange(
                stop, TreeNode.covering(stop).stream().map(tree::node).toList());
        assertThat(again.root()).isEqualTo(tree.root(stop));
        List<TreeNode> completed = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            var entry = new byte[] {(byte) i};
            tree.add(entry);
            again.append(entry, (node, hash) -> {
                completed.add(node);
                assertThat(hash).isEqualTo(tree.node(node));
            });
        }
        assertThat(again.root()).isEqualTo(tree.definedRoot(0, stop + more));
        assertThat(completed).doesNotHaveDuplicates();
    }
}
