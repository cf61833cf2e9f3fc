package io.retrace.evidence;

import io.retrace.shared.DomainEvent;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the leaf that committed to an event, as long as its opening lives. */
@Component
class Openings {

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The leaf of exactly this event; empty if its opening died with the person, or if it was never published. */
    Optional<Opening> of(DomainEvent event) {
        var subject = Objects.requireNonNull(event.concerns(), "only events about a person are looked for");
        return jdbc.sql("""
                        select o.leaf_no, o.salt, o.body, l.entry, l.position
                          from evidence_opening o join evidence_leaf l on l.no = o.leaf_no
                         where o.subject_id = :subject and o.body = :body order by o.leaf_no desc limit 1""")
                .param("subject", subject)
                .param("body", EventBody.of(event))
                .query((row, number) -> new Opening(
                        row.getLong("leaf_no"),
                        row.getBytes("salt"),
                        text(row.getBytes("body")),
                        text(row.getBytes("entry")),
                        position(row.getObject("position", Long.class))))
                .optional();
    }

    /**
     * A leaf and what opens it.
     *
     * @param position its place in the log, once the sequencer gave it one
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one receipt and is never compared
    record Opening(long leaf, byte[] salt, String body, String entry, OptionalLong position) {}

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static OptionalLong position(@Nullable Long position) {
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
