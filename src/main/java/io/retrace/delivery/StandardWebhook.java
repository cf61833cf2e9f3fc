package io.retrace.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies webhooks as <a href="https://www.standardwebhooks.com">Standard Webhooks 1.0</a> has it: over
 * {@code id.timestamp.body}, by Ed25519 ({@code v1a}) and, where a secret is shared, by HMAC-SHA256 ({@code v1}).
 */
public final class StandardWebhook {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** How far the timestamp of an attempt may be from the receiver’s clock, either way. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private StandardWebhook() {}

    /** What a verification says. */
    public enum Verdict {
        VALID,
        /** Well signed, but too old or from the future: possibly a replay. */
        STALE,
        /** No signature by a key we trust. */
        FORGED
    }

    /** Whom a receiver trusts: keys and secrets from its own list, never from the message; several while one is rotated. */
    public record Trusted(List<PublicKey> keys, List<byte[]> secrets) {
        public Trusted {
            keys = List.copyOf(keys);
            secrets = List.copyOf(secrets);
        }
    }

    /**
     * The signature header of one attempt; throws {@link IllegalArgumentException} if the id holds a full stop.
     *
     * @param keys the newest first; two while one is rotated, so that a receiver who trusts either accepts it
     * @param secrets likewise; none if the company shares none
     */
    public static String sign(String id, Instant at, byte[] body, List<PrivateKey> keys, List<byte[]> secrets) {
        if (id.indexOf('.') >= 0) throw new IllegalArgumentException("a message id has no full stop");
        var content = content(id, Long.toString(at.getEpochSecond()), body);
        return Stream.concat(
                        keys.stream().map(key -> "v1a," + base64(ed25519(content, key))),
                        secrets.stream().map(secret -> "v1," + base64(hmac(content, secret))))
                .collect(Collectors.joining(" "));
    }

    /** Checks the three headers against the raw body, before anyone parses it. */
    public static Verdict verify(
            String id, String timestamp, String signatures, byte[] body, Trusted trusted, Instant now) {
        var content = content(id, timestamp, body);
        for (var signature : signatures.split(" ", -1)) {
            if (signed(content, signature, trusted)) return fresh(timestamp, now) ? Verdict.VALID : Verdict.STALE;
        }
        return Verdict.FORGED;
    }

    private static boolean signed(byte[] content, String signature, Trusted trusted) {
        var comma = signature.indexOf(',');
        if (comma < 0) return false;
        try {
            var bytes = Base64.getDecoder().decode(signature.substring(comma + 1));
            return switch (signature.substring(0, comma)) {
                case "v1a" -> trusted.keys().stream().anyMatch(key -> verifies(content, bytes, key));
                case "v1" ->
                    trusted.secrets().stream().anyMatch(secret -> MessageDigest.isEqual(hmac(content, secret), bytes));
                default -> false; // a scheme of another time: others in the list may do
            };
        } catch (IllegalArgumentException e) {
            return false; // not Base64
        }
    }

    private static boolean fresh(String timestamp, Instant now) {
        try {
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
            return age.abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static byte[] content(String id, String timestamp, byte[] body) {
        var head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        var content = new byte[head.length + body.length];
        System.arraycopy(head, 0, content, 0, head.length);
        System.arraycopy(body, 0, content, head.length, body.length);
        return content;
    }

    private static byte[] ed25519(byte[] content, PrivateKey key) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not an Ed25519 key", e);
        }
    }

    private static boolean verifies(byte[] content, byte[] signature, PublicKey key) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // wrong length, or not a point of the curve
        }
    }

    private static byte[] hmac(byte[] content, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
