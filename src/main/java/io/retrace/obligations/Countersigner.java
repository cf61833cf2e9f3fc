package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.MailDeclarant;
import io.retrace.obligations.SignatureBlock.Scheme;
import io.retrace.partners.SigningKey;
import io.retrace.shared.SecretBox;
import io.retrace.shared.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs for the portal what a responder declared: who they are in Keycloak, or in whose mailbox they read a code and when,
 * how surely that is known, and the digest of every word. Its key is its own, apart from the log’s, and is kept so that old signatures can always be checked.
 */
@Component
class Countersigner {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CurrentUser user;
    private final SigningKey publicKey;
    private final PrivateKey privateKey;

    Countersigner(JdbcClient db, SecretBox box, Clock clock, TransactionOperations transaction, CurrentUser user) {
        this.user = user;
        var own = own(db, box, clock, transaction);
        this.publicKey = own.publicKey;
        this.privateKey = own.privateKey;
    }

    /**
     * Binds an answer to its declarant’s sign-in.
     *
     * @param what it is: {@code attestation} or {@code copy_answer}
     * @param digest of its canonical form
     */
    SignatureBlock sign(String what, ObligationId obligation, int version, Sha256 digest, Instant at) {
        var bound = new TreeMap<String, Object>();
        bound.put(what, "sha256:" + digest);
        bound.put("obligation", obligation.toString());
        bound.put("version", version);
        bound.put("at", at.toString());
        bound.put("subject", user.actor().id());
        user.mailDeclarant().ifPresentOrElse(declarant -> mailbox(declarant, bound), () -> signIn(bound));
        return vouch(bound);
    }

    private void signIn(Map<String, Object> bound) {
        bound.put("organisation", user.company());
        user.client().ifPresent(client -> bound.put("client", client));
        var assurance = user.assurance();
        bound.put("acr", assurance.level());
        if (assurance.provedAt().isAfter(Instant.EPOCH))
            bound.put("auth_time", assurance.provedAt().toString());
    }

    /** Of the address its domain only: a receipt is for everybody who holds it, and the rest may be a human’s name. */
    private static void mailbox(MailDeclarant declarant, Map<String, Object> bound) {
        bound.put("organisation", declarant.company());
        bound.put("acr", MailDeclarant.LEVEL);
        bound.put("mail_domain", declarant.mailbox().domain());
        bound.put("auth_time", declarant.codeAt().toString());
    }

    /** Binds it to what it came with, where nobody was signed in: the message, and what it was checked against. */
    SignatureBlock sign(
            ObligationId obligation, int version, Sha256 attestation, Instant at, Map<String, String> source) {
        var bound = new TreeMap<String, Object>(source);
        bound.put("attestation", "sha256:" + attestation);
        bound.put("obligation", obligation.toString());
        bound.put("version", version);
        bound.put("at", at.toString());
        return vouch(bound);
    }

    /** For a statement of our own, as canonical JSON. */
    SignatureBlock vouch(Map<String, Object> statement) {
        var signed = canonical(statement);
        return new SignatureBlock("portal", Scheme.COUNTERSIGNATURE, publicKey, signed, sign(signed));
    }

    private byte[] sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the countersigning key cannot sign", e);
        }
    }

    private static byte[] canonical(Object value) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(value)).getEncodedUTF8();
        } catch (IOException e) {
            throw new IllegalStateException("our own JSON is JSON", e);
        }
    }

    private record Pair(SigningKey publicKey, PrivateKey privateKey) {}

    private static @Nullable Pair stored(JdbcClient db, SecretBox box) {
        return db.sql("select public_key, private_key from countersigning_key order by no desc limit 1")
                .query((row, number) -> {
                    var key = new SigningKey(row.getBytes(1));
                    return new Pair(key, privateKey(box.open(row.getBytes(2), context(key))));
                })
                .optional()
                .orElse(null);
    }

    private static Pair own(JdbcClient db, SecretBox box, Clock clock, TransactionOperations transaction) {
        return transaction.execute(status -> {
            // two nodes at their first start would otherwise make a key each
            db.sql("select pg_advisory_xact_lock(hashtext('countersigning_key'))")
                    .query()
                    .singleRow();
            var other = stored(db, box);
            if (other != null) return other;
            var made = generate();
            db.sql("insert into countersigning_key (public_key, private_key, created_at) values (?, ?, ?)")
                    .param(made.publicKey().raw())
                    .param(box.seal(made.privateKey().getEncoded(), context(made.publicKey())))
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return made;
        });
    }

    private static Pair generate() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            return new Pair(
                    new SigningKey(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)),
                    pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static PrivateKey privateKey(byte[] pkcs8) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored countersigning key cannot be read", e);
        }
    }

    private static String context(SigningKey key) {
        return "countersigning-key:" + key;
    }
}
