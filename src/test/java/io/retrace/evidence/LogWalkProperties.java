package io.retrace.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.UseCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Walking through the log while it grows. */
class LogWalkProperties {

    private static final EvidenceFixture NODE = EvidenceFixture.fresh();

    @AfterContainer
    static void close() {
        NODE.close();
    }

    /** After each page some leaves are committed, and some of them placed. */
    @Property(tries = 40)
    @UseCase("UC-014/1")
    void a_walk_meets_every_leaf_that_was_there_exactly_once(
            @ForAll @IntRange(min = 1, max = 9) int page,
            @ForAll @IntRange(min = 0, max = 12) int first,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 4) Integer> meanwhile) {
        commit(first);
        NODE.sequencer.run();
        var checkpoints = new CheckpointRows(NODE.jdbc);
        var reader = new LogReader(
                new LeafRows(NODE.jdbc, checkpoints), checkpoints, new TreeStore(new JdbcTemplate(NODE.dataSource)));
        var size = checkpoints.size();
        var growth = new ArrayList<>(meanwhile);
        var seen = new ArrayList<Long>();
        @Nullable Long before = null;
        do {
            var found = reader.leaves(LeafFilter.ANY, before, page);
            assertThat(found.leaves()).hasSizeLessThanOrEqualTo(page);
            found.leaves().forEach(leaf -> seen.add(leaf.position()));
            before = found.next();
            if (!growth.isEmpty()) {
                int more = growth.removeFirst();
                commit(more);
                if (more % 2 == 0) NODE.sequencer.run();
            }
        } while (before != null);
        assertThat(seen)
                .containsExactlyElementsOf(LongStream.range(0, size)
                        .mapToObj(position -> size - 1 - position)
                        .toList());
    }

    private static void commit(int leaves) {
        for (int i = 0; i < leaves; i++) NODE.commit();
    }
}
