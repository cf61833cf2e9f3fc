package io.retrace.obligations;

import io.retrace.obligations.World.Company;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** A company’s own key, and answers signed with it in both ways that we know. */
final class CompanyKey {

    private final KeyPair pair = pair();

    void register(World world, Company company) {
        var raw = pair.getPublic().getEncoded();
        world.db()
                .sql("insert into partner_signing_key values (?, ?)")
                .params(company.id().value(), Arrays.copyOfRange(raw, raw.length - 32, raw.length))
                .update();
    }

    /** Detached, unencoded payload (RFC 7797). */
    SignatureHeaders jws(String subject, byte[] payload) {
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
