package io.retrace.obligations;

import io.retrace.obligations.SignatureBlock.Scheme;
import io.retrace.partners.SigningKey;
import io.retrace.requests.RequestId;
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

    void write(ObligationId obligation, int version, SignatureBlock block) {
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

    /** Those of the answers in force on a request. */
    Map<ObligationId, SignatureBlock> inForce(RequestId request) {
        return db
                .sql("""
                        select distinct on (s.obligation_id) s.* from attestation_signature s
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
                row.getBytes("signature"));
    }
}
