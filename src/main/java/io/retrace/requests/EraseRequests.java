package io.retrace.requests;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets what a person typed and under which account they did what. The request itself stays, because its receipts and the
 * evidence name it (GDPR Art. 5(2), 17(3)(e)): its reference, dates and status, of nobody in particular. One that is under
 * way goes on.
 */
@Component
class EraseRequests implements PersonalDataStep {

    private static final String OWN_MOVES = """
            t.actor_kind = 'MEMBER' and t.request_id in (select id from request where subject_id = :subject)""";

    private final JdbcClient db;

    EraseRequests(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public void erase(SubjectId subject) {
        run("""
                delete from draft where subject_id = :subject
                   or owner in (select t.actor_id from request_transition t where %s)""".formatted(OWN_MOVES), subject);
        run("delete from request_submission where subject_id = :subject", subject);
        run("update request_transition t set actor_id = 'erased' where " + OWN_MOVES, subject);
    }

    private void run(String sql, SubjectId subject) {
        db.sql(sql).param("subject", subject.value()).update();
    }
}
