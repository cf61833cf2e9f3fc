package io.retrace.evidence;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When no company owes an answer any more: the rest of what opens commitments. Receipts carry their own. */
@Component
class EraseLastOpenings implements PersonalDataStep {

    private final JdbcClient jdbc;

    EraseLastOpenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "evidence-of-requests";
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public void erase(SubjectId subject) {
        jdbc.sql("delete from evidence_opening where subject_id = ?")
                .param(subject.value())
                .update();
    }
}
