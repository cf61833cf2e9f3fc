package io.retrace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts evidence for the promise that every command leaves exactly one leaf (T4):
 * {@code leaves.exactlyOne("request-received", () -> requests.submit(form))}. Needs a database of the test’s own, with
 * nothing else going on.
 */
public final class LeafCount {

    private final JdbcClient jdbc;

    public LeafCount(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Runs a command in no transaction of ours and asserts that it committed one leaf, of this event type. */
    public <T> T exactlyOne(String type, Supplier<T> command) {
        long before = last();
        T result = command.get();
        assertThat(typesAfter(before)).as("leaves of the command").containsExactly(type);
        return result;
    }

    /** The same for a command without a result. */
    public void exactlyOne(String type, Runnable command) {
        exactlyOne(type, () -> {
            command.run();
            return type;
        });
    }

    /** Asserts that a refused command, a repeated one or a mere question leaves no trace; lets its exception pass after that. */
    public void none(Runnable command) {
        long before = last();
        try {
            command.run();
        } finally {
            assertThat(typesAfter(before)).as("leaves of what changes nothing").isEmpty();
        }
    }

    /** Types of all leaves so far, in the order they were written. */
    public List<String> types() {
        return typesAfter(0);
    }

    private long last() {
        return jdbc.sql("select coalesce(max(no), 0) from evidence_leaf")
                .query(Long.class)
                .single();
    }

    private List<String> typesAfter(long no) {
        return jdbc.sql("""
                        select convert_from(entry, 'UTF8')::jsonb ->> 'type' from evidence_leaf
                        where no > ? order by no""").param(no).query((row, n) -> row.getString(1)).list();
    }
}
