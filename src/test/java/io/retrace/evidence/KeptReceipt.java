package io.retrace.evidence;

import io.retrace.shared.DomainEvent;
import io.retrace.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A receipt in the format people are handed, over the real log: one company has answered, one is silent. */
final class KeptReceipt {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ATTESTATION = """
            {"company": "Lumen Vision", "outcome": "CONFIRMED", "items": [{"photo": "3f", "size": 1.50}], "words": "Gelöscht € 𝄞"}""";

    private static final String COPY = """
            {"reference": "R-7Q4M-2KX9", "companies": [{"name": "Lumen Vision", "word": "sent-its-copy",
             "copy": {"said": "provided", "files": 2}, "copy_version": 1, "copy_sha256": "%1$s",
             "signature": {"by": "company", "scheme": "jws", "algorithm": "Ed25519", "key": "a2V5", "signed_sha256": "%2$s",
              "value": "c2lnbmF0dXJl"}}]}""".formatted("3f".repeat(32), "a1".repeat(32));

    private final EvidenceFixture evidence;
    private final UUID request = UUID.randomUUID();

    KeptReceipt(EvidenceFixture evidence) {
        this.evidence = evidence;
    }

    /** What commits to a receipt, as the module writes it. */
    record ReceiptIssued(UUID receipt, UUID request, Sha256 statement, Instant occurredAt) implements DomainEvent {}

    /** What commits to a company’s answer. */
    record ObligationAnswered(UUID obligation, UUID request, Sha256 form, Instant occurredAt) implements DomainEvent {}

    /** A genuine one. */
    ObjectNode make() {
        return make(ATTESTATION, request);
    }

    /** One of a copy: it gives the digest of what the company signed, and no word of it. */
    ObjectNode ofCopy() {
        commit(5);
        evidence.sequencer.run();
        return receipt(read(COPY));
    }

    /** One that the log really committed to, but whose company really declared something else, or on another request. */
    ObjectNode make(String shownAttestation, UUID requestOfAnswer) {
        commit(5);
        answer(requestOfAnswer);
        commit(3);
        evidence.sequencer.run();
        return receipt(statement(shownAttestation, evidenceOf("obligation-answered")));
    }

    /** One whose company’s answer is proved by another log, at the size at which this one proves the receipt. */
    ObjectNode forkedFrom(KeptReceipt other) {
        other.commit(5);
        other.answer(request);
        other.commit(6);
        other.evidence.sequencer.run();
        commit(9);
        return receipt(statement(ATTESTATION, other.evidenceOf("obligation-answered")));
    }

    private void answer(UUID ofRequest) {
        var answered = new ObligationAnswered(UUID.randomUUID(), ofRequest, digest(read(ATTESTATION)), noon(7));
        evidence.transaction.executeWithoutResult(status -> evidence.writer.on(answered));
    }

    private void commit(int events) {
        for (int i = 0; i < events; i++) evidence.commit();
    }

    private static ObjectNode statement(String attestation, ObjectNode answer) {
        var statement = read("""
                {"reference": "R-7Q4M-2KX9", "outcome": "partly", "n": 1e21, "companies": [{"name": "Silent Ltd", "word": "silent"}]}""");
        var company = statement.withArray("companies").addObject();
        company.put("name", "Lumen Vision").put("word", "confirmed");
        company.set("attestation", read(attestation));
        company.set("evidence", answer);
        return statement;
    }

    private ObjectNode receipt(ObjectNode statement) {
        var issued = new ReceiptIssued(UUID.randomUUID(), request, digest(statement), noon(123_456));
        evidence.transaction.executeWithoutResult(status -> evidence.writer.on(issued));
        commit(2);
        evidence.sequencer.run();
        var receipt = JSON.createObjectNode().put("format", "retrace-receipt/v1");
        receipt.set("statement", statement);
        receipt.set("evidence", evidenceOf("receipt-issued"));
        return receipt;
    }

    /** Of the youngest leaf of this type. */
    private ObjectNode evidenceOf(String type) {
        var leaf = evidence.jdbc
                .sql("select max(no) from evidence_leaf where convert_from(entry, 'UTF8') like ?")
                .param("%\"" + type + "\"%")
                .query(Long.class)
                .single();
        var jdbc = new JdbcTemplate(evidence.dataSource);
        var log = new EvidenceLog(jdbc, new TreeStore(jdbc), evidence.identity);
        var proof = log.prove(new LeafId(leaf)).orElseThrow();
        return evidence.jdbc
                .sql("select salt, body from evidence_opening where leaf_no = ?")
                .param(leaf)
                .query((row, n) -> {
                    var json =
                            JSON.createObjectNode().put("salt", HexFormat.of().formatHex(row.getBytes(1)));
                    json.set("body", read(new String(row.getBytes(2), StandardCharsets.UTF_8)));
                    return json.put("entry", proof.entry())
                            .put("proof", proof.proof())
                            .put("key", log.verifierKey());
                })
                .single();
    }

    static Sha256 digest(JsonNode json) {
        return Sha256.of(canonical(json));
    }

    static byte[] canonical(JsonNode json) {
        try {
            return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    private static Instant noon(int micros) {
        return EvidenceFixture.NOON.plusNanos(micros * 1_000L);
    }
}
