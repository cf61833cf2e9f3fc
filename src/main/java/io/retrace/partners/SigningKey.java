package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** The Ed25519 key (RFC 8032) that a company signs its answers with: 32 bytes. */
public record SigningKey(byte[] raw) {

    private static final String PREFIX = "whpk_";
    private static final String FIELD = "signing_key";
    /** What stands before the raw key in DER (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    public SigningKey {
        if (raw.length != 32) throw new RuleViolation(FIELD, "error.field-malformed");
        raw = raw.clone();
        key(raw);
    }

    /** Reads {@code whpk_…} (Standard Webhooks) or a JWK (RFC 8037); throws {@code RuleViolation}. */
    public static SigningKey parse(Object written) {
        try {
            if (written instanceof String text && text.startsWith(PREFIX) && text.length() <= 100)
                return new SigningKey(Base64.getDecoder().decode(text.substring(PREFIX.length())));
            if (written instanceof Map<?, ?> jwk
                    && "OKP".equals(jwk.get("kty"))
                    && "Ed25519".equals(jwk.get("crv"))
                    && !jwk.containsKey("d") // a private key has no business here
                    && jwk.get("x") instanceof String x
                    && x.length() <= 100)
                return new SigningKey(Base64.getUrlDecoder().decode(x));
        } catch (IllegalArgumentException notBase64) {
            throw new RuleViolation(FIELD, "error.field-malformed");
        }
        throw new RuleViolation(FIELD, "error.field-malformed");
    }

    /** As Standard Webhooks writes it. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(raw);
    }

    /** Whether it made this signature; a signature of another length is simply not good. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(raw));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] raw() {
        return raw.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return text();
    }

    private static PublicKey key(byte[] raw) {
        try {
            var der = Arrays.copyOf(X509, X509.length + raw.length);
            System.arraycopy(raw, 0, der, X509.length, raw.length);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new RuleViolation(FIELD, "error.field-malformed");
        }
    }
}
