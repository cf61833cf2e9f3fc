package io.retrace.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts evidence for the promise that every command leaves exactly one leaf (T4):
 * {@code leaves.exactlyOne("request-received", () -> requests.submit(form))}. On a database where other things go on,
 * count {@link #about} one person.
 */
public final class LeafCount {

    private final JdbcClient jdbc;
    private final @Nullable UUID subject;

    public LeafCount(DataSource dataSource) {
        this(JdbcClient.create(dataSource), null);
    }

    private LeafCount(JdbcClient jdbc, @Nullable UUID subject) {
        this.jdbc = jdbc;
        this.subject = subject;
    }

    /** Counts only leaves that concern this person, and those that concern nobody. */
    public LeafCount about(UUID person) {
        return new LeafCount(jdbc, person);
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
        assertThat(during(command)).as("leaves of the command").containsExactly(type);
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

    /** Types of the leaves that several commands left, in the order they were written. */
    public List<String> during(Runnable commands) {
        long before = last();
        commands.run();
        return typesAfter(before);
    }

    private long last() {
        return jdbc.sql("select coalesce(max(no), 0) from evidence_leaf")
                .query(Long.class)
                .single();
    }

    private List<String> typesAfter(long no) {
        return jdbc.sql("""
                        select convert_from(entry, 'UTF8')::jsonb ->> 'type'
                        from evidence_leaf join evidence_opening on leaf_no = no
                        where no > :no and (:subject::uuid is null or subject_id is null or subject_id = :subject::uuid)
                        order by no""")
                .param("no", no)
                .param("subject", subject)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
