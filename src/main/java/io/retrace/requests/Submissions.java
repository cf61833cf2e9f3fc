package io.retrace.requests;

import io.retrace.identity.SubjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each submission. */
@Component
class Submissions {

    private final JdbcClient db;

    Submissions(JdbcClient db) {
        this.db = db;
    }

    Optional<Outcome> find(SubjectId subject, UUID submission) {
        return db.sql(
                        "select request_id, merged, already_asked from request_submission where subject_id = ? and id = ?")
                .param(subject.value())
                .param(submission)
                .query(Submissions::outcome)
                .optional();
    }

    void record(SubjectId subject, UUID submission, Outcome outcome, Instant now) {
        db.sql("insert into request_submission values (?, ?, ?, ?, ?, ?)")
                .param(subject.value())
                .param(submission)
                .param(outcome.request().value())
                .param(outcome.merged())
                .param(outcome.alreadyAsked().stream().map(RequestId::value).toArray(UUID[]::new))
                .param(Timestamp.from(now))
                .update();
    }

    private static Outcome outcome(ResultSet row, int number) throws SQLException {
        var asked = (UUID[]) row.getArray("already_asked").getArray();
        return new Outcome(
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getBoolean("merged"),
                Arrays.stream(asked).map(RequestId::new).toList());
    }

    /** The request it made or was merged into. */
    record Outcome(RequestId request, boolean merged, List<RequestId> alreadyAsked) {}
}
