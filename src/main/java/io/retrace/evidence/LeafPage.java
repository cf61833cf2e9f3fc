package io.retrace.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves found, newest first, and where to go on.
 *
 * @param next position below which the search goes on, or {@code null} if it has come to the beginning
 */
public record LeafPage(List<LoggedLeaf> leaves, @Nullable Long next) {

    public LeafPage {
        leaves = List.copyOf(leaves);
    }
}
