package io.retrace.partners;

import io.retrace.partners.PartnerRegistry.Webhook;
import io.retrace.shared.SecretBox;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A company’s webhook with our key for it; private keys and shared secrets are sealed. What is replaced goes on signing beside
 * its successor for a week, so that the company can change over when it suits it (Standard Webhooks 1.0).
 */
@Entity
@Table(name = "webhook_endpoint")
class RegisteredWebhook {

    static final Duration OVERLAP = Duration.ofDays(7);

    @Id
    private short partnerNo;

    private String url;
    private byte[] publicKey;
    private byte[] privateKey;
    private byte @Nullable [] formerPublicKey;
    private byte @Nullable [] formerPrivateKey;
    private @Nullable Instant formerKeyUntil;
    private byte @Nullable [] secret;
    private byte @Nullable [] formerSecret;
    private @Nullable Instant formerSecretUntil;

    @SuppressWarnings("NullAway.Init")
    protected RegisteredWebhook() {}

    /** A new endpoint gets a key pair of its own. */
    RegisteredWebhook(PartnerId partner, WebhookTarget target, SecretBox box) {
        partnerNo = (short) partner.value();
        url = target.url().toString();
        var pair = EndpointKeys.generate();
        publicKey = EndpointKeys.raw(pair.getPublic());
        privateKey = box.seal(pair.getPrivate().getEncoded(), keyContext());
        secret = sealed(target.secret(), box);
    }

    /** Takes over address and secret and keeps the key; returns whether that was anything new. */
    boolean become(WebhookTarget target, SecretBox box, Instant now) {
        var sameSecret = Arrays.equals(target.secret(), opened(secret, box));
        if (url.equals(target.url().toString()) && sameSecret) return false;
        url = target.url().toString();
        if (!sameSecret) {
            formerSecret = target.secret() == null ? null : secret; // who wants none any more wants none
            formerSecretUntil = formerSecret == null ? null : now.plus(OVERLAP);
            secret = sealed(target.secret(), box);
        }
        return true;
    }

    /** Whether two keys sign now: then the older of them must not be dropped for a third. */
    boolean rotating(Instant now) {
        return now.isBefore(until(formerKeyUntil));
    }

    /** A new key pair; the one before signs as well for a while. */
    void rotate(SecretBox box, Instant now) {
        formerPublicKey = publicKey;
        formerPrivateKey = privateKey;
        formerKeyUntil = now.plus(OVERLAP);
        var pair = EndpointKeys.generate();
        publicKey = EndpointKeys.raw(pair.getPublic());
        privateKey = box.seal(pair.getPrivate().getEncoded(), keyContext());
    }

    Webhook asWebhook(Instant now) {
        var former = formerPublicKey == null || !rotating(now) ? null : EndpointKeys.text(formerPublicKey);
        return new Webhook(
                URI.create(url),
                EndpointKeys.text(publicKey),
                former,
                former == null ? null : formerKeyUntil,
                secret != null);
    }

    WebhookEndpoint open(SecretBox box, Instant now) {
        var keys = new ArrayList<PrivateKey>(List.of(key(privateKey, box)));
        if (formerPrivateKey != null && rotating(now)) keys.add(key(formerPrivateKey, box));
        var secrets = new ArrayList<byte[]>();
        var current = opened(secret, box);
        if (current != null) secrets.add(current);
        var former = now.isBefore(until(formerSecretUntil)) ? opened(formerSecret, box) : null;
        if (former != null) secrets.add(former);
        return new WebhookEndpoint(new PartnerId(partnerNo), URI.create(url), keys, secrets);
    }

    /** When the next of those that were replaced ends. */
    Instant signsAsNowUntil(Instant now) {
        return Stream.of(until(formerKeyUntil), until(formerSecretUntil))
                .filter(now::isBefore)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private PrivateKey key(byte[] sealed, SecretBox box) {
        return EndpointKeys.privateKey(box.open(sealed, keyContext()));
    }

    private String keyContext() {
        return "webhook-key:" + new PartnerId(partnerNo);
    }

    private byte @Nullable [] sealed(byte @Nullable [] plain, SecretBox box) {
        return plain == null ? null : box.seal(plain, "webhook-secret:" + partnerNo);
    }

    private byte @Nullable [] opened(byte @Nullable [] sealed, SecretBox box) {
        return sealed == null ? null : box.open(sealed, "webhook-secret:" + partnerNo);
    }

    private static Instant until(@Nullable Instant end) {
        return end == null ? Instant.MIN : end;
    }
}
