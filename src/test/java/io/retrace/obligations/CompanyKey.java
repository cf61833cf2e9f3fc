package io.retrace.obligations;

import io.retrace.obligations.World.Company;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A company’s own key, and answers signed with it in both ways that we know. */
public final class CompanyKey {

    private final KeyPair pair = pair();

    void register(World world, Company company) {
        register(world.db(), company.slug());
    }

    /** From now on the company of this slug has to sign with it. */
    public void register(JdbcClient db, String company) {
        var raw = pair.getPublic().getEncoded();
        db.sql("insert into partner_signing_key select no, ? from partner where slug = ?")
                .params(Arrays.copyOfRange(raw, raw.length - 32, raw.length), company)
                .update();
    }

    /** Detached, unencoded payload (RFC 7797). */
    public SignatureHeaders jws(String subject, byte[] payload) {
        var header = encoded(("{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"],\"sub\":\"" + subject + "\"}")
                .getBytes(StandardCharsets.UTF_8));
        return new SignatureHeaders(header + ".." + encoded(sign(header + ".", payload)), null, null, null);
    }

    SignatureHeaders webhook(String message, long at, byte[] payload) {
        var signature = Base64.getEncoder().encodeToString(sign(message + "." + at + ".", payload));
        return new SignatureHeaders(null, message, Long.toString(at), "v1,abc v1a," + signature);
    }

    private byte[] sign(String head, byte[] payload) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(pair.getPrivate());
            signer.update(head.getBytes(StandardCharsets.UTF_8));
            signer.update(payload);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
