package io.retrace.requests;

import io.retrace.identity.SubjectId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One command at a time per person: what is asked already and what may be taken back is read and changed under this
 * lock, so that two tabs cannot make two requests over the same items. PostgreSQL lets go of it with the transaction.
 */
@Component
class SubjectLock {

    private static final int REQUESTS = 4; // keeps our keys apart from other users of advisory locks

    private final JdbcClient db;

    SubjectLock(JdbcClient db) {
        this.db = db;
    }

    void hold(SubjectId subject) {
        // two persons may share a key; then they wait for each other for some milliseconds, and that is all
        db.sql("select pg_advisory_xact_lock(?, ?)")
                .param(REQUESTS)
                .param(subject.value().hashCode())
                .query(rs -> {});
    }
}
