package io.retrace.evidence;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets what opens the commitments about a person (ADR 0005): the log stays whole and says nothing of them. At once
 * everything but what belongs to requests, whose last receipts still have to be proved.
 */
@Component
class EraseOpenings implements PersonalDataStep {

    private final JdbcClient jdbc;

    EraseOpenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public int order() {
        return 300;
    }

    @Override
    public void erase(SubjectId subject) {
        jdbc.sql("""
                        delete from evidence_opening where subject_id = ?
                           and not jsonb_exists_any(convert_from(body, 'UTF8')::jsonb, array['request', 'obligation'])""").param(subject.value()).update();
    }
}
