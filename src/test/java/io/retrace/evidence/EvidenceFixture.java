package io.retrace.evidence;

import com.zaxxer.hikari.HikariDataSource;
import io.retrace.evidence.SomethingHappened.Thing;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.shared.SecretBox;
import io.retrace.testing.TestDatabase;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of the portal as far as evidence goes, on a real database; several nodes may share one. */
final class EvidenceFixture implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-08-17T12:00:00Z");

    final HikariDataSource dataSource;
    final JdbcClient jdbc;
    final TransactionTemplate transaction;
    final TransactionTemplate apart;
    final LeafWriter writer;
    final LogIdentity identity;
    final Sequencer sequencer;
    final Findings findings;
    final LogWatch watch;

    private EvidenceFixture(HikariDataSource dataSource, String key) {
        var template = new JdbcTemplate(dataSource);
        var manager = new JdbcTransactionManager(dataSource);
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.writer = new LeafWriter(template);
        this.identity = identity(dataSource, box(1), "", key);
        var tree = new TreeStore(template);
        this.findings = new Findings(template, clock());
        this.sequencer = new Sequencer(template, tree, identity, findings, clock(), manager);
        this.watch = new LogWatch(
                new CheckpointWatch(template, tree, identity), new LeafWatch(template, tree), findings, manager);
    }

    static EvidenceFixture fresh() {
        return fresh("");
    }

    /** A log of its own under a key that others may have too (PKCS#8 in Base64). */
    static EvidenceFixture fresh(String key) {
        var pool = new HikariDataSource();
        pool.setDataSource(TestDatabase.fresh());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(1);
        return new EvidenceFixture(pool, key);
    }

    EvidenceFixture anotherNode() {
        return new EvidenceFixture(dataSource, "");
    }

    static LogIdentity identity(DataSource dataSource, SecretBox box, String origin, String key) {
        return new LogIdentity(
                JdbcClient.create(dataSource),
                box,
                clock(),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                origin,
                key,
                URI.create("https://portal.example/retrace/"));
    }

    static String newKey() {
        return Base64.getEncoder()
                .encodeToString(SigningKeyPair.generate().getPrivate().getEncoded());
    }

    /** A verifier key under the name of another log. */
    static String keyOfSomebodyElse(String name) {
        return VerifierKey.of(name, SigningKeyPair.generate().getPublic()).toString();
    }

    static SecretBox box(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return new SecretBox(Base64.getEncoder().encodeToString(key));
    }

    private static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    static SomethingHappened event() {
        return new SomethingHappened(new Thing(UUID.randomUUID()), UUID.randomUUID(), 1, NOON);
    }

    void commit() {
        transaction.executeWithoutResult(status -> writer.on(event()));
    }

    long leaves() {
        return count("evidence_leaf");
    }

    long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        dataSource.close();
    }

    LogAudit audit() {
        return LogAudit.of(dataSource, identity.signer().verifierKey().toString());
    }
}
