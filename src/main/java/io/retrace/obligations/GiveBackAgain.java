package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.JournalKind;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After a restore: photos whose request was taken back inside the undo window may be shared again. */
@Component
class GiveBackAgain implements JournalKind {

    private final JdbcClient db;

    GiveBackAgain(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return TakenBack.GIVEN;
    }

    @Override
    public int apply(SubjectId subject, Instant at, String detail) {
        var line = TakenBack.read(false, detail);
        return db.sql("delete from take_back where subject_id = ? and partner_no = ? and photo_id = any (?)")
                .param(subject.value())
                .param(line.company())
                .param(line.photos())
                .update();
    }
}
