package io.retrace.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MerkleRootTest {

    @Test
    void is_the_root_of_the_tree_of_its_lines() {
        var lines = Stream.of("a", "b", "c", "d", "e").map(line -> line.getBytes(StandardCharsets.UTF_8));
        var tree = new GrownTree();
        for (var line : List.of("a", "b", "c", "d", "e")) tree.add(line.getBytes(StandardCharsets.UTF_8));
        assertThat(MerkleRoot.of(lines)).isEqualTo(tree.definedRoot(0, 5));
        assertThat(MerkleRoot.of(Stream.empty())).isEqualTo(MerkleHash.empty());
    }

    @Test
    void depends_on_the_order_and_on_every_line() {
        var a = new byte[] {1};
        var b = new byte[] {2};
        assertThat(MerkleRoot.of(Stream.of(a, b)))
                .isNotEqualTo(MerkleRoot.of(Stream.of(b, a)))
                .isNotEqualTo(MerkleRoot.of(Stream.of(a, b, b)))
                .isNotEqualTo(MerkleRoot.of(Stream.of(a)));
    }

    @Test
    void takes_a_million_lines_without_keeping_them() {
        var root = new MerkleRoot();
        var line = ByteBuffer.allocate(Integer.BYTES);
        IntStream.range(0, 1_000_000).forEach(i -> root.add(line.putInt(0, i).array()));
        assertThat(root.size()).isEqualTo(1_000_000);
        assertThat(root.value()).hasSize(32);
    }
}
