package io.retrace.obligations;

import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attestations at rest: rows that never change; the canonical text is what the company said, word for word. */
@Component
class AttestationRows {

    private final JdbcClient db;
    private final AnswerCodec codec;

    AttestationRows(JdbcClient db, AnswerCodec codec) {
        this.db = db;
        this.codec = codec;
    }

    void write(ObligationId obligation, Attestation attestation, String actor, String canonical, Sha256 digest) {
        db.sql("insert into attestation values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(obligation.value())
                .param(attestation.version())
                .param(attestation.form().answerId())
                .param(Timestamp.from(attestation.receivedAt()))
                .param(actor)
                .param(attestation.outcome().name())
                .param(attestation.erasedItems())
                .param(attestation.keptItems())
                .param(canonical)
                .param(digest.bytes())
                .update();
    }

    /** The answer that carried this id, with the digest of what it said. */
    Optional<Recorded> byAnswerId(ObligationId obligation, String answerId) {
        return db.sql("select * from attestation where obligation_id = ? and answer_id = ?")
                .param(obligation.value())
                .param(answerId)
                .query((row, number) -> new Recorded(read(row), new Sha256(row.getBytes("sha256"))))
                .optional();
    }

    /** First version first. */
    List<Attestation> all(ObligationId obligation) {
        return db.sql("select * from attestation where obligation_id = ? order by version")
                .param(obligation.value())
                .query((row, number) -> read(row))
                .list();
    }

    /** Those in force. */
    Map<ObligationId, Attestation> latest(Collection<UUID> obligations) {
        if (obligations.isEmpty()) return Map.of();
        return db
                .sql("""
                        select distinct on (obligation_id) * from attestation
                         where obligation_id in (:obligations) order by obligation_id, version desc
                        """)
                .param("obligations", obligations)
                .query((row, number) ->
                        Map.entry(new ObligationId(row.getObject("obligation_id", UUID.class)), read(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All answers on a request as they were recorded, first version first. */
    Map<ObligationId, List<CompanyRecord.Answer>> recorded(RequestId request) {
        return db
                .sql("""
                        select a.* from attestation a join obligation o on o.id = a.obligation_id
                         where o.request_id = ? order by a.obligation_id, a.version
                        """)
                .param(request.value())
                .query((row, number) -> Map.entry(
                        new ObligationId(row.getObject("obligation_id", UUID.class)),
                        new CompanyRecord.Answer(
                                new CompanyRecord.Declared(read(row)),
                                row.getString("body"),
                                new Sha256(row.getBytes("sha256")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Attestation read(ResultSet row) throws SQLException {
        return new Attestation(
                row.getInt("version"),
                instant(row),
                CompanyWord.valueOf(row.getString("outcome")),
                row.getInt("erased_items"),
                row.getInt("kept_items"),
                codec.stored(row.getString("body")));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("received_at").toInstant();
    }

    /** An attestation and the digest of its canonical form. */
    record Recorded(Attestation attestation, Sha256 digest) {}
}
