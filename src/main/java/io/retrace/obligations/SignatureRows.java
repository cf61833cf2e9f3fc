package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.SignatureBlock.Scheme;
import io.retrace.partners.SigningKey;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signatures at rest: rows that never change. */
@Component
class SignatureRows {

    private final JdbcClient db;

    SignatureRows(JdbcClient db) {
        this.db = db;
    }

    void ofAttestation(ObligationId obligation, int version, SignatureBlock block) {
        db.sql("insert into attestation_signature values (?, ?, ?, ?, ?, ?, ?)")
                .param(obligation.value())
                .param(version)
                .param(block.signer())
                .param(block.scheme().key())
                .param(block.key().raw())
                .param(block.signed())
                .param(block.signature())
                .update();
    }

    void ofCopy(ObligationId obligation, int version, SignatureBlock block) {
        db.sql("insert into copy_answer_signature values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(obligation.value())
                .param(version)
                .param(block.signer())
                .param(block.scheme().key())
                .param(block.key().raw())
                .param(block.signed())
                .param(block.digest().bytes())
                .param(block.signature())
                .update();
    }

    /** Those of the answers in force on a request, which is of one kind. */
    Map<ObligationId, SignatureBlock> inForce(RequestId request) {
        return db
                .sql("""
                        select distinct on (s.obligation_id) s.* from (
                               select obligation_id, version, signer, scheme, public_key, signed,
                                      sha256(signed) as signed_sha256, signature from attestation_signature
                                union all
                               select obligation_id, version, signer, scheme, public_key, signed, signed_sha256, signature
                                 from copy_answer_signature) s
                          join obligation o on o.id = s.obligation_id
                         where o.request_id = ? order by s.obligation_id, s.version desc
                        """)
                .param(request.value())
                .query((row, number) ->
                        Map.entry(new ObligationId(row.getObject("obligation_id", UUID.class)), block(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Forgets what companies signed about copies for this person, word for word: it names files by their SHA-256. The database
     * lets this pass for people who are being erased, and for nobody else (V550). What the portal signed names no file.
     */
    void forgetFiles(SubjectId subject) {
        db.sql("""
                        update copy_answer_signature set signed = null where signer = 'company' and signed is not null
                           and obligation_id in (select id from obligation where subject_id = ?)""").param(subject.value()).update();
    }

    private static SignatureBlock block(ResultSet row) throws SQLException {
        var scheme = row.getString("scheme");
        return new SignatureBlock(
                row.getString("signer"),
                Arrays.stream(Scheme.values())
                        .filter(one -> one.key().equals(scheme))
                        .findFirst()
                        .orElseThrow(),
                new SigningKey(row.getBytes("public_key")),
                row.getBytes("signed"),
                new Sha256(row.getBytes("signed_sha256")),
                row.getBytes("signature"));
    }
}
