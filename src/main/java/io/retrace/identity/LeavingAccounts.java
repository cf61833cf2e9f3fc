package io.retrace.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account of a person who leaves: what is left of it here, and in Keycloak. */
@Component
class LeavingAccounts {

    private final JdbcClient jdbc;
    private final Accounts accounts;

    LeavingAccounts(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** From now on nothing is recorded of them; their reference, unless the row is gone already. */
    Optional<MemberRef> mark(SubjectId subject, Instant now) {
        return jdbc.sql(
                        "update subject set leaving_since = coalesce(leaving_since, ?) where id = ? returning member_ref")
                .param(Timestamp.from(now))
                .param(subject.value())
                .query(String.class)
                .optional()
                .map(MemberRef::new);
    }

    void shutOut(SubjectId subject) {
        member(subject).ifPresent(accounts::shutOut);
    }

    Optional<Contact> contact(SubjectId subject) {
        return member(subject).flatMap(accounts::lastContact);
    }

    void remove(SubjectId subject) {
        member(subject).ifPresent(accounts::remove);
    }

    void forget(SubjectId subject) {
        jdbc.sql("delete from subject where id = ?").param(subject.value()).update();
    }

    private Optional<MemberRef> member(SubjectId subject) {
        return jdbc.sql("select member_ref from subject where id = ?")
                .param(subject.value())
                .query(String.class)
                .optional()
                .map(MemberRef::new);
    }
}
