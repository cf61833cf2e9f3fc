package io.retrace.evidence;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code receipt}; statements without a transaction of their own. */
@Component
class ReceiptTable {

    private static final String LISTED = """
            select id, request_id, obligation_id, version, issued_at, proof is not null as provable,
                   version = max(version) over (partition by request_id, obligation_id) as newest
              from receipt""";

    private final JdbcClient jdbc;
    private final Openings openings;
    private final ReceiptSecrets secrets;

    ReceiptTable(JdbcClient jdbc, Openings openings, ReceiptSecrets secrets) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.secrets = secrets;
    }

    /** Receipts of one request are issued one after the other; held until the transaction ends. */
    void lock(RequestId request) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('receipt'), hashtext(?))")
                .param(request.toString())
                .query()
                .singleRow();
    }

    /** What the newest version says, without what differs from issue to issue. */
    Optional<Newest> newest(RequestId request, @Nullable ObligationId obligation) {
        return jdbc.sql("""
                        select id, version, content_sha256 from receipt
                         where request_id = :request and obligation_id is not distinct from :obligation
                         order by version desc limit 1""")
                .param("request", request.value())
                .param("obligation", obligation == null ? null : obligation.value(), Types.OTHER)
                .query((row, number) -> new Newest(
                        new ReceiptId(row.getObject("id", UUID.class)),
                        row.getInt("version"),
                        new Sha256(row.getBytes("content_sha256"))))
                .optional();
    }

    /** With the leaf that its event has just left in this transaction. */
    void write(ReceiptIssued event, Sha256 content, byte[] statement) {
        var leaf = openings.of(event)
                .orElseThrow(() -> new IllegalStateException("receipt " + event.receipt() + " left no evidence"));
        var secret = secrets.create(event.receipt());
        var obligation = event.obligation();
        jdbc.sql("""
                        insert into receipt (id, request_id, obligation_id, subject_id, version, issued_at, content_sha256,
                                             statement, statement_sha256, salt, body, leaf_no, secret_sha256, sealed_secret)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(event.receipt().value())
                .param(event.request().value())
                .param(obligation == null ? null : obligation.value())
                .param(event.subject().value())
                .param(event.version())
                .param(Timestamp.from(event.occurredAt()))
                .param(content.bytes())
                .param(new String(statement, StandardCharsets.UTF_8))
                .param(event.statement().bytes())
                .param(leaf.salt())
                .param(leaf.body())
                .param(leaf.leaf())
                .param(secret.digest().bytes())
                .param(secret.sealed())
                .update();
    }

    /** Receipts whose leaf waits for its proof. */
    List<UUID> unproved(RequestId request) {
        return jdbc.sql("select id from receipt where request_id = ? and proof is null")
                .param(request.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void prove(UUID receipt, String proof) {
        jdbc.sql("update receipt set proof = ? where id = ? and proof is null")
                .params(proof, receipt)
                .update();
    }

    @Nullable
    Long position(UUID receipt) {
        return jdbc.sql("select l.position from receipt r join evidence_leaf l on l.no = r.leaf_no where r.id = ?")
                .param(receipt)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .orElse(null);
    }

    /** Newest first: those of the whole request, then company by company. */
    List<IssuedReceipt> of(RequestId request) {
        return jdbc.sql(LISTED + " where request_id = ? order by obligation_id nulls first, version desc")
                .param(request.value())
                .query(ReceiptTable::listed)
                .list();
    }

    /** The same for its person; nothing if it is another’s. */
    List<IssuedReceipt> of(RequestId request, SubjectId subject) {
        return jdbc.sql(LISTED
                        + " where request_id = ? and subject_id = ? order by obligation_id nulls first, version desc")
                .params(request.value(), subject.value())
                .query(ReceiptTable::listed)
                .list();
    }

    boolean belongs(UUID receipt, SubjectId subject) {
        return jdbc.sql("select exists (select from receipt where id = ? and subject_id = ?)")
                .params(receipt, subject.value())
                .query(Boolean.class)
                .single();
    }

    /** Digest of the secret half of its link. */
    Optional<Sha256> secret(UUID receipt) {
        return jdbc.sql("select secret_sha256 from receipt where id = ?")
                .param(receipt)
                .query((row, number) -> new Sha256(row.getBytes(1)))
                .optional();
    }

    Optional<Stored> find(UUID receipt) {
        return jdbc.sql("""
                        select r.*, convert_from(l.entry, 'UTF8') as leaf_entry,
                               not exists (select from receipt later where later.request_id = r.request_id
                                   and later.obligation_id is not distinct from r.obligation_id
                                   and later.version > r.version) as newest
                          from receipt r join evidence_leaf l on l.no = r.leaf_no where r.id = ?""").param(receipt).query(ReceiptTable::stored).optional();
    }

    /** The newest version of a receipt. */
    record Newest(ReceiptId id, int version, Sha256 content) {}

    /** A receipt with everything that its file is made of. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one answer and is never compared
    record Stored(
            IssuedReceipt listed,
            String statement,
            byte[] salt,
            String body,
            String entry,
            @Nullable String proof,
            byte @Nullable [] sealedSecret) {}

    private static Stored stored(ResultSet row, int number) throws SQLException {
        var proof = row.getString("proof");
        return new Stored(
                listed(row, proof != null),
                row.getString("statement"),
                row.getBytes("salt"),
                row.getString("body"),
                row.getString("leaf_entry"),
                proof,
                row.getBytes("sealed_secret"));
    }

    private static IssuedReceipt listed(ResultSet row, int number) throws SQLException {
        return listed(row, row.getBoolean("provable"));
    }

    private static IssuedReceipt listed(ResultSet row, boolean provable) throws SQLException {
        var obligation = row.getObject("obligation_id", UUID.class);
        return new IssuedReceipt(
                new ReceiptId(row.getObject("id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                obligation == null ? null : new ObligationId(obligation),
                row.getInt("version"),
                row.getTimestamp("issued_at").toInstant(),
                row.getBoolean("newest"),
                provable);
    }
}
