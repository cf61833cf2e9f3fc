package io.retrace.identity;

import io.retrace.identity.Closing.By;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code erasing}: who leaves, and how far it is. */
@Component
class ErasingRows {

    private static final String ROW = """
            select id, subject_id, ordered_by, ordered_at, erase_at, kept_at, begun_at, account_gone_at, done_at, support_since
              from erasing
            """;

    private final JdbcClient jdbc;

    ErasingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row. */
    record Erasing(
            Closing closing,
            @Nullable Instant keptAt,
            @Nullable Instant begunAt,
            @Nullable Instant accountGoneAt,
            @Nullable Instant doneAt,
            @Nullable Instant supportSince) {

        UUID id() {
            return closing.id();
        }

        SubjectId subject() {
            return closing.subject();
        }
    }

    /** Writes the order unless there is one; returns the one that stands. */
    Closing order(Closing order) {
        jdbc.sql("""
                        insert into erasing (id, subject_id, ordered_by, ordered_at, erase_at) values (?, ?, ?, ?, ?)
                        on conflict (subject_id) where kept_at is null do nothing""")
                .param(order.id())
                .param(order.subject().value())
                .param(order.by().name())
                .param(Timestamp.from(order.orderedAt()))
                .param(Timestamp.from(order.eraseAt()))
                .update();
        return standing(order.subject()).orElseThrow().closing();
    }

    /** The order that stands for this person, begun or not. */
    Optional<Erasing> standing(SubjectId subject) {
        return jdbc.sql(ROW + "where subject_id = ? and kept_at is null")
                .param(subject.value())
                .query(ErasingRows::row)
                .optional();
    }

    /** Holds the row until the transaction ends: it decides between keeping and beginning. */
    Optional<Erasing> lock(UUID id) {
        return jdbc.sql(ROW + "where id = ? for update")
                .param(id)
                .query(ErasingRows::row)
                .optional();
    }

    Optional<Erasing> find(UUID id) {
        return jdbc.sql(ROW + "where id = ?").param(id).query(ErasingRows::row).optional();
    }

    /** The erasing of somebody who is forgotten already. */
    Optional<UUID> doneFor(UUID subject) {
        return jdbc.sql("select id from erasing where subject_id = ? and kept_at is null and done_at is not null")
                .param(subject)
                .query(UUID.class)
                .optional();
    }

    /** Whether the person has once objected to what the platform ordered. */
    boolean objected(SubjectId subject) {
        return jdbc.sql(
                        "select exists (select from erasing where subject_id = ? and ordered_by = 'PLATFORM' and kept_at is not null)")
                .param(subject.value())
                .query(Boolean.class)
                .single();
    }

    void kept(UUID id, Instant now) {
        stamp("kept_at", id, now);
    }

    /** Nobody can take it back any more. */
    void dueNow(UUID id, Instant now) {
        jdbc.sql("update erasing set erase_at = greatest(ordered_at, least(erase_at, ?)) where id = ?")
                .param(Timestamp.from(now))
                .param(id)
                .update();
    }

    void begun(UUID id, Instant now) {
        stamp("begun_at", id, now);
    }

    void accountGone(UUID id, Instant now) {
        stamp("account_gone_at", id, now);
    }

    void done(UUID id, Instant now) {
        stamp("done_at", id, now);
    }

    /** Returns whether this is the first time. */
    boolean forSupport(UUID id, Instant now) {
        return stamp("support_since", id, now) > 0;
    }

    /** It works again. */
    void noLongerForSupport(UUID id) {
        jdbc.sql("update erasing set support_since = null where id = ? and support_since is not null")
                .param(id)
                .update();
    }

    private int stamp(String column, UUID id, Instant now) {
        return jdbc.sql("update erasing set " + column + " = ? where id = ? and " + column + " is null")
                .param(Timestamp.from(now))
                .param(id)
                .update();
    }

    private static Erasing row(ResultSet row, int number) throws SQLException {
        var begunAt = instant(row, "begun_at");
        return new Erasing(
                new Closing(
                        row.getObject("id", UUID.class),
                        new SubjectId(row.getObject("subject_id", UUID.class)),
                        By.valueOf(row.getString("ordered_by")),
                        row.getTimestamp("ordered_at").toInstant(),
                        row.getTimestamp("erase_at").toInstant(),
                        begunAt != null),
                instant(row, "kept_at"),
                begunAt,
                instant(row, "account_gone_at"),
                instant(row, "done_at"),
                instant(row, "support_since"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
