package io.retrace.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** An authorised agent’s side of the Data Rights Protocol: signs with the JDK’s Ed25519, in libsodium’s combined mode. */
public final class SigningAgent {

    public static final String BUSINESS = "RETRACE";

    private static final JsonMapper JSON = JsonMapper.shared();

    public final String id;
    private final KeyPair keys;
    private final AtomicInteger made = new AtomicInteger();

    public SigningAgent(String id) {
        this.id = id;
        try {
            this.keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the service directory writes it. */
    public String verifyKey() {
        var spki = keys.getPublic().getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(spki, spki.length - 32, spki.length));
    }

    /** What every message says, valid from about a second ago for ten minutes; no two are the same, even if time stands still. */
    public Map<String, Object> message(Instant now) {
        var message = new LinkedHashMap<String, Object>();
        message.put("agent-id", id);
        message.put("business-id", BUSINESS);
        message.put(
                "issued-at",
                now.minusSeconds(1).minusNanos(1_000L * made.incrementAndGet()).toString());
        message.put("expires-at", now.plus(Duration.ofMinutes(10)).toString());
        message.put("drp.version", "1.0");
        return message;
    }

    public Map<String, Object> exercise(Instant now, String exercise, String name, String email) {
        var message = message(now);
        message.put("exercise", exercise);
        message.put("regime", "ccpa");
        message.put("agent-request-id", name);
        message.put("email", email);
        message.put("email_verified", true);
        return message;
    }

    public String sign(Map<String, ?> message) {
        return sign(JSON.writeValueAsString(message));
    }

    public String sign(String message) {
        try {
            var bytes = message.getBytes(StandardCharsets.UTF_8);
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            signer.update(bytes);
            var signature = signer.sign();
            var both = Arrays.copyOf(signature, signature.length + bytes.length);
            System.arraycopy(bytes, 0, both, signature.length, bytes.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
