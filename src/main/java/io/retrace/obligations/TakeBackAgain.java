package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.JournalKind;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After a restore: photos that had been taken back are not shared again, though the request itself is lost. */
@Component
class TakeBackAgain implements JournalKind {

    private final JdbcClient db;

    TakeBackAgain(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return TakenBack.TAKEN;
    }

    @Override
    public int apply(SubjectId subject, Instant at, String detail) {
        var line = TakenBack.read(true, detail);
        return db.sql("""
                        insert into take_back (subject_id, photo_id, partner_no, since)
                        select p.subject_id, p.id, ?, ? from photo p where p.subject_id = ? and p.id = any (?)
                        on conflict do nothing""")
                .param(line.company())
                .param(Timestamp.from(at))
                .param(subject.value())
                .param(line.photos())
                .update();
    }
}
