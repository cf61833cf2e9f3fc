package io.retrace.evidence;

import io.retrace.evidence.merkle.NoteSigner;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.shared.SecretBox;
import java.net.URI;
import java.security.KeyPair;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Under which name and key the log signs. Both are made at the first start and stay: the name, because a log keeps its
 * origin even if the portal moves; the key, because receipts out there were signed with it.
 */
@Component
class LogIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(LogIdentity.class);

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;
    private final NoteSigner signer;

    LogIdentity(
            JdbcClient jdbc,
            SecretBox box,
            Clock clock,
            TransactionOperations transaction,
            @Value("${retrace.evidence.origin:}") String origin,
            @Value("${retrace.evidence.signing-key:}") String signingKey,
            @Value("${retrace.portal-url}") URI portal) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
        this.signer = transaction.execute(status -> {
            // two nodes at their first start would otherwise make a key each
            jdbc.sql("select pg_advisory_xact_lock(hashtext('evidence_key'))")
                    .query()
                    .singleRow();
            var name = name(origin, portal);
            return signingKey.isBlank() ? ownKey(name) : givenKey(name, SigningKeyPair.fromProperty(signingKey));
        });
        LOG.info("the evidence log is checked with {}", signer.verifierKey());
    }

    NoteSigner signer() {
        return signer;
    }

    private String name(String configured, URI portal) {
        var known = jdbc.sql("select name from evidence_key order by no limit 1")
                .query(String.class)
                .optional();
        if (known.isPresent() && !configured.isBlank() && !configured.equals(known.get())) {
            throw new IllegalStateException("retrace.evidence.origin is " + configured + ", but this log began as "
                    + known.get() + " and keeps that name: unset the property or start another database");
        }
        return known.orElseGet(() -> configured.isBlank() ? originOf(portal) : configured);
    }

    /** An address without scheme (C2SP tlog-checkpoint): where the checkpoint is found, less its last part. */
    private static String originOf(URI portal) {
        return portal.getAuthority() + portal.getPath().replaceAll("/+$", "") + "/log";
    }

    private NoteSigner ownKey(String name) {
        return jdbc.sql("""
                        select verifier_key, sealed_key from evidence_key
                        where sealed_key is not null order by no desc limit 1""")
                .query((row, n) -> open(name, row.getString(1), row.getBytes(2)))
                .optional()
                .orElseGet(() -> newKey(name));
    }

    private NoteSigner open(String name, String verifierKey, byte[] sealed) {
        return signer(name, SigningKeyPair.ofPrivate(box.open(sealed, context(verifierKey))));
    }

    private NoteSigner newKey(String name) {
        var pair = SigningKeyPair.generate();
        var made = signer(name, pair);
        var text = made.verifierKey().toString();
        record(made.verifierKey(), box.seal(pair.getPrivate().getEncoded(), context(text)));
        return made;
    }

    private NoteSigner givenKey(String name, KeyPair pair) {
        var given = signer(name, pair);
        record(given.verifierKey(), null);
        return given;
    }

    private void record(VerifierKey key, byte @Nullable [] sealed) {
        jdbc.sql("""
                        insert into evidence_key (name, verifier_key, sealed_key, created_at) values (?, ?, ?, ?)
                        on conflict (verifier_key) do nothing""")
                .param(key.name())
                .param(key.toString())
                .param(sealed)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static NoteSigner signer(String name, KeyPair pair) {
        return new NoteSigner(name, pair.getPublic(), pair.getPrivate());
    }

    private static String context(String verifierKey) {
        return "evidence-key:" + verifierKey;
    }
}
