package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers about copies at rest: rows that never change; the canonical text is what the company said, word for word. */
@Component
class CopyRows {

    private final JdbcClient db;
    private final AnswerCodec codec;

    CopyRows(JdbcClient db, AnswerCodec codec) {
        this.db = db;
        this.codec = codec;
    }

    void write(ObligationId obligation, CopyAnswer answer, String actor, String canonical, Sha256 digest) {
        db.sql("""
                        insert into copy_answer
                            (obligation_id, version, answer_id, received_at, actor_id, outcome, body, sha256)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(obligation.value())
                .param(answer.version())
                .param(answer.form().answerId())
                .param(Timestamp.from(answer.receivedAt()))
                .param(actor)
                .param(answer.outcome().name())
                .param(canonical)
                .param(digest.bytes())
                .update();
    }

    /** The answer that carried this id, with the digest of what it said. */
    Optional<Recorded> byAnswerId(ObligationId obligation, String answerId) {
        return db.sql("select * from copy_answer where obligation_id = ? and answer_id = ?")
                .param(obligation.value())
                .param(answerId)
                .query((row, number) -> new Recorded(read(row), new Sha256(row.getBytes("sha256"))))
                .optional();
    }

    /** First version first. */
    List<CopyAnswer> all(ObligationId obligation) {
        return db.sql("select * from copy_answer where obligation_id = ? order by version")
                .param(obligation.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Those in force. */
    Map<ObligationId, CopyAnswer> latest(Collection<UUID> obligations) {
        if (obligations.isEmpty()) return Map.of();
        return db
                .sql("""
                        select distinct on (obligation_id) * from copy_answer
                         where obligation_id in (:obligations) order by obligation_id, version desc
                        """)
                .param("obligations", obligations)
                .query((row, number) ->
                        Map.entry(new ObligationId(row.getObject("obligation_id", UUID.class)), read(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Leaves of answers which files they named, and keeps the digest of the whole: whoever holds the answer can still prove it.
     * The database lets this pass for people who are being erased, and for nobody else (V530).
     */
    void forgetFiles(SubjectId subject) {
        db.sql("""
                        select c.obligation_id, c.version, c.body from copy_answer c join obligation o on o.id = c.obligation_id
                         where o.subject_id = ?""")
                .param(subject.value())
                .query((row, number) -> new Stored(row.getObject(1, UUID.class), row.getInt(2), row.getString(3)))
                .list()
                .forEach(this::forgetFiles);
    }

    private void forgetFiles(Stored answer) {
        var form = codec.storedCopy(answer.body);
        if (form.files().isEmpty()) return;
        db.sql("update copy_answer set body = ? where obligation_id = ? and version = ?")
                .param(codec.canonical(form.withoutFiles()))
                .param(answer.obligation)
                .param(answer.version)
                .update();
    }

    private record Stored(UUID obligation, int version, String body) {}

    /** All answers on a request as they were recorded, first version first. */
    Map<ObligationId, List<CompanyRecord.Answer>> recorded(RequestId request) {
        return db
                .sql("""
                        select a.* from copy_answer a join obligation o on o.id = a.obligation_id
                         where o.request_id = ? order by a.obligation_id, a.version
                        """)
                .param(request.value())
                .query((row, number) -> Map.entry(
                        new ObligationId(row.getObject("obligation_id", UUID.class)),
                        new CompanyRecord.Answer(
                                new CompanyRecord.Copied(read(row)),
                                row.getString("body"),
                                new Sha256(row.getBytes("sha256")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private CopyAnswer read(ResultSet row) throws SQLException {
        return new CopyAnswer(
                row.getInt("version"),
                row.getTimestamp("received_at").toInstant(),
                CompanyWord.valueOf(row.getString("outcome")),
                codec.storedCopy(row.getString("body")));
    }

    /** An answer and the digest of its canonical form. */
    record Recorded(CopyAnswer answer, Sha256 digest) {}
}
