package io.retrace.evidence;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose a receipt is, is forgotten; the receipt stays, because it names nobody, and so does the link that its person
 * took along.
 */
@Component
class ForgetReceipts implements PersonalDataStep {

    private final JdbcClient jdbc;

    ForgetReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "receipts";
    }

    @Override
    public int order() {
        return 310;
    }

    @Override
    public void erase(SubjectId subject) {
        jdbc.sql("update receipt set subject_id = null, sealed_secret = null where subject_id = ?")
                .param(subject.value())
                .update();
    }
}
