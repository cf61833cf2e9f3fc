package io.retrace.partners;

import io.retrace.shared.EmailAddress;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code setting_mail}. */
@Component
class SettingMailRows {

    private final JdbcClient jdbc;
    private final SettingRows changes;

    SettingMailRows(JdbcClient jdbc, SettingRows changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** What a mail says. */
    enum Kind {
        /** Changed, and here is how to undo it. */
        UNDOABLE,
        /** Changed. */
        TOLD,
        UNDONE
    }

    /** How a mail ended. */
    enum Ending {
        SENT,
        REFUSED,
        GAVE_UP
    }

    /** A mail that has not ended. */
    record Wanted(UUID id, SettingChange change, EmailAddress to, Kind kind, int attempts) {}

    void want(UUID id, SettingChange change, EmailAddress to, Kind kind) {
        jdbc.sql("insert into setting_mail (id, change_id, address, kind) values (?, ?, ?, ?)")
                .params(id, change.id(), changes.sealed(id, to), kind.name())
                .update();
    }

    Optional<Wanted> wanted(UUID mail) {
        record Row(UUID change, byte[] address, Kind kind, int attempts) {}
        return jdbc.sql("select * from setting_mail where id = ? and ended_at is null")
                .param(mail)
                .query((row, _) -> new Row(
                        row.getObject("change_id", UUID.class),
                        row.getBytes("address"),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("attempts")))
                .optional()
                .map(row -> new Wanted(
                        mail,
                        changes.find(row.change()).orElseThrow(),
                        new EmailAddress(Objects.requireNonNull(changes.opened(mail, row.address()))),
                        row.kind(),
                        row.attempts()));
    }

    /** Says that we are about to send, before we do. */
    void attempt(UUID mail) {
        jdbc.sql("update setting_mail set attempts = attempts + 1 where id = ?")
                .param(mail)
                .update();
    }

    void end(UUID mail, Ending ending) {
        jdbc.sql(
                        "update setting_mail set ending = ?, ended_at = now(), address = null where id = ? and ended_at is null")
                .params(ending.name(), mail)
                .update();
    }
}
