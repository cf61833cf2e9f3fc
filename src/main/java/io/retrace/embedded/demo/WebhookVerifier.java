package io.retrace.embedded.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** The receiving side of Standard Webhooks 1.0 with an Ed25519 key ({@code v1a}), written from the specification. */
final class WebhookVerifier {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

    private final PublicKey key;

    /** @param text {@code whpk_} and the Base64 of the raw 32-byte public key */
    WebhookVerifier(String text) {
        var raw = Base64.getDecoder().decode(text.substring("whpk_".length()));
        var encoded = new byte[SPKI.length + raw.length];
        System.arraycopy(SPKI, 0, encoded, 0, SPKI.length);
        System.arraycopy(raw, 0, encoded, SPKI.length, raw.length);
        try {
            key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    /** Whether the message is from the portal, unchanged and no older or newer than five minutes. */
    boolean accepts(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!timestamp.matches("\\d{1,12}") || id.contains(".")) return false;
        var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) return false;
        for (var entry : signatures.split(" ", -1)) {
            if (entry.startsWith("v1a,") && signed(id + "." + timestamp + ".", body, entry.substring(4))) return true;
        }
        return false;
    }

    private boolean signed(String prefix, byte[] body, String signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(prefix.getBytes(StandardCharsets.UTF_8));
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false; // not Base64, or not a signature: not accepted
        }
    }
}
