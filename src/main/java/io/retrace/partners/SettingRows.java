package io.retrace.partners;

import io.retrace.shared.EmailAddress;
import io.retrace.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code setting_change}, with its links. Written under the registry’s lock, so that changes have one order. */
@Component
class SettingRows {

    private final JdbcClient jdbc;
    private final SecretBox box;

    SettingRows(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    void insert(SettingChange change) {
        jdbc.sql("""
                        insert into setting_change
                               (id, partner_no, setting, old_value, new_value, changed_by, changed_at, undoable_until)
                        values (:id, :partner, :setting, :before, :after, :by, :at, :until)""")
                .param("id", change.id())
                .param("partner", change.partner().value())
                .param("setting", change.setting().name())
                .param("before", sealed(change.id(), change.before()))
                .param("after", sealed(change.id(), change.after()))
                .param("by", change.by())
                .param("at", Timestamp.from(change.at()))
                .param("until", Timestamp.from(change.undoableUntil()))
                .update();
    }

    Optional<SettingChange> find(UUID id) {
        return jdbc.sql("select * from setting_change where id = ?")
                .param(id)
                .query((row, _) -> change(row))
                .optional();
    }

    /** Changes of this company after that instant, the newest first. */
    List<SettingChange> since(PartnerId partner, Instant start) {
        return jdbc.sql("select * from setting_change where partner_no = ? and changed_at > ? order by no desc")
                .params(partner.value(), Timestamp.from(start))
                .query((row, _) -> change(row))
                .list();
    }

    /** This change and those that stand on it, the newest first: of the same setting, later, not undone. */
    List<SettingChange> chain(SettingChange first) {
        return jdbc.sql("""
                        select * from setting_change
                         where partner_no = ? and setting = ? and undone_at is null
                           and no >= (select no from setting_change where id = ?)
                         order by no desc""")
                .params(first.partner().value(), first.setting().name(), first.id())
                .query((row, _) -> change(row))
                .list();
    }

    void undone(List<SettingChange> changes, @Nullable String by, Instant now) {
        jdbc.sql("update setting_change set undone_at = :now, undone_by = :by where id in (:ids)")
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("ids", changes.stream().map(SettingChange::id).toList())
                .update();
    }

    /** Deletes the values of a change that nobody can undo any more. */
    void forget(UUID change, Instant now) {
        jdbc.sql("""
                        update setting_change set old_value = null, new_value = null, forgotten_at = :now
                         where id = :id and forgotten_at is null and undoable_until <= :now""").param("now", Timestamp.from(now)).param("id", change).update();
    }

    void link(byte[] digest, UUID change, Instant now) {
        jdbc.sql("insert into setting_link values (?, ?, ?)")
                .params(digest, change, Timestamp.from(now))
                .update();
    }

    Optional<SettingChange> byLink(byte[] digest) {
        return jdbc.sql("select c.* from setting_change c join setting_link l on l.change_id = c.id"
                        + " where l.secret_hash = ?")
                .param(digest)
                .query((row, _) -> change(row))
                .optional();
    }

    byte[] sealed(UUID id, EmailAddress address) {
        return box.seal(address.value().getBytes(StandardCharsets.UTF_8), context(id));
    }

    @Nullable
    String opened(UUID id, byte @Nullable [] sealed) {
        return sealed == null ? null : new String(box.open(sealed, context(id)), StandardCharsets.UTF_8);
    }

    private byte @Nullable [] sealed(UUID id, @Nullable String value) {
        return value == null ? null : box.seal(value.getBytes(StandardCharsets.UTF_8), context(id));
    }

    private static String context(UUID id) {
        return "setting:" + id;
    }

    private SettingChange change(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var undone = row.getTimestamp("undone_at");
        return new SettingChange(
                id,
                new PartnerId(row.getInt("partner_no")),
                Setting.valueOf(row.getString("setting")),
                opened(id, row.getBytes("old_value")),
                opened(id, row.getBytes("new_value")),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                undone == null ? null : undone.toInstant(),
                row.getTimestamp("forgotten_at") != null);
    }
}
