package io.retrace.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leaves that have their position, read by it. Type and time stand inside the entry, so one search reads a bounded part. */
@Component
class LeafRows {

    /** Leaves one call looks at; a tenth of a second or two. */
    static final long SEARCHED_AT_ONCE = 100_000;

    private static final long TYPES_OF_LATE = 20_000;

    /** A change cannot be older than this when it is placed: no transaction runs longer. */
    private static final Duration LONGEST_COMMAND = Duration.ofHours(1);

    private static final String LEAF = """
            select no, position, entry, said ->> 'time' as time, said ->> 'type' as type,
                   said ->> 'commitment' as commitment
              from evidence_leaf cross join lateral (select convert_from(entry, 'UTF8')::jsonb as said) s
            """;

    private static final String NAMING = """
              from evidence_opening o join evidence_leaf on no = o.leaf_no
              cross join lateral (select convert_from(entry, 'UTF8')::jsonb as said) s
             where o.subject_id = :person and exists (
                   select from jsonb_each_text(convert_from(o.body, 'UTF8')::jsonb) member where member.value = any (:ids))
            """;

    private final JdbcClient jdbc;
    private final CheckpointRows checkpoints;

    LeafRows(JdbcClient jdbc, CheckpointRows checkpoints) {
        this.jdbc = jdbc;
        this.checkpoints = checkpoints;
    }

    LeafPage page(LeafFilter filter, long before, int limit) {
        var from = filter.from();
        var until = filter.until();
        // a checkpoint covers what happened before it was signed, less what was still being committed
        var first = from == null ? 0 : checkpoints.sizeBefore(from.minus(LONGEST_COMMAND));
        var end = Math.min(before, until == null ? before : checkpoints.sizeAfter(until.plus(LONGEST_COMMAND)));
        var low = Math.max(first, end - SEARCHED_AT_ONCE);
        var found = jdbc.sql(LEAF + """
                         where position >= :low and position < :end
                           and (:type::text is null or said ->> 'type' = :type)
                           and (:from::timestamptz is null or (said ->> 'time')::timestamptz >= :from)
                           and (:until::timestamptz is null or (said ->> 'time')::timestamptz < :until)
                         order by position desc limit :limit
                        """)
                .param("low", low)
                .param("end", end)
                .param("type", filter.type(), Types.VARCHAR)
                .param("from", moment(from), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", moment(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("limit", limit + 1)
                .query((row, n) -> leaf(row))
                .list();
        if (found.size() > limit) {
            var shown = found.subList(0, limit);
            return new LeafPage(shown, shown.getLast().position());
        }
        return new LeafPage(found, low > first ? low : null);
    }

    Optional<LoggedLeaf> at(long position) {
        return jdbc.sql(LEAF + " where position = ?")
                .param(position)
                .query((row, n) -> leaf(row))
                .optional();
    }

    List<String> types(long size) {
        return jdbc.sql("select distinct type from (" + LEAF + " where position >= ?) late order by type")
                .param(Math.max(0, size - TYPES_OF_LATE))
                .query((row, n) -> row.getString(1))
                .list();
    }

    Optional<LeafOpening> opening(long position) {
        return jdbc.sql("""
                        select o.* from evidence_opening o join evidence_leaf on no = o.leaf_no where position = ?""").param(position).query((row, n) -> opening(row)).optional();
    }

    List<OpenedLeaf> naming(UUID person, Collection<UUID> ids) {
        return about(
                        "select o.*, no, position, entry, said ->> 'time' as time, said ->> 'type' as type,"
                                + " said ->> 'commitment' as commitment" + NAMING
                                + " and position is not null order by position",
                        person,
                        ids)
                .query((row, n) -> new OpenedLeaf(leaf(row), opening(row)))
                .list();
    }

    int waiting(UUID person, Collection<UUID> ids) {
        return about("select count(*)" + NAMING + " and position is null", person, ids)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec about(String sql, UUID person, Collection<UUID> ids) {
        var named = ids.stream().map(UUID::toString).toArray(String[]::new);
        return jdbc.sql(sql).param("person", person).param("ids", named);
    }

    private static LoggedLeaf leaf(ResultSet row) throws SQLException {
        return new LoggedLeaf(
                new LeafId(row.getLong("no")),
                row.getLong("position"),
                Instant.parse(row.getString("time")),
                row.getString("type"),
                row.getString("commitment"),
                new String(row.getBytes("entry"), StandardCharsets.UTF_8));
    }

    private static LeafOpening opening(ResultSet row) throws SQLException {
        return new LeafOpening(
                row.getObject("subject_id", UUID.class),
                HexFormat.of().formatHex(row.getBytes("salt")),
                new String(row.getBytes("body"), StandardCharsets.UTF_8));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
