package io.retrace.audit;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An auditor’s reason is free text and may name the person; that a bundle was taken stays. */
@Component
class ForgetReasons implements PersonalDataStep {

    private final JdbcClient jdbc;

    ForgetReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "audit-reasons";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void erase(SubjectId subject) {
        jdbc.sql("""
                        update audit_export set reason = null
                        where reason is not null and request_id in (select id from request where subject_id = ?)""").param(subject.value()).update();
    }
}
