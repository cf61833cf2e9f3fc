package io.retrace.partners;

import io.retrace.partners.PartnerRegistry.Webhook;
import io.retrace.shared.SecretBox;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A company’s webhook with our key for it; private key and shared secret are sealed. */
@Entity
@Table(name = "webhook_endpoint")
class RegisteredWebhook {

    @Id
    private short partnerNo;

    private String url;
    private byte[] publicKey;
    private byte[] privateKey;
    private byte @Nullable [] secret;

    @SuppressWarnings("NullAway.Init")
    protected RegisteredWebhook() {}

    /** A new endpoint gets a key pair of its own. */
    RegisteredWebhook(PartnerId partner, WebhookTarget target, SecretBox box) {
        var pair = EndpointKeys.generate();
        partnerNo = (short) partner.value();
        url = target.url().toString();
        publicKey = EndpointKeys.raw(pair.getPublic());
        privateKey = box.seal(pair.getPrivate().getEncoded(), "webhook-key:" + partner);
        secret = sealed(target.secret(), box);
    }

    /** Takes over address and secret and keeps the key; returns whether that was anything new. */
    boolean become(WebhookTarget target, SecretBox box) {
        if (url.equals(target.url().toString()) && Arrays.equals(target.secret(), opened(box))) return false;
        url = target.url().toString();
        secret = sealed(target.secret(), box);
        return true;
    }

    Webhook asWebhook() {
        return new Webhook(URI.create(url), EndpointKeys.text(publicKey), secret != null);
    }

    WebhookEndpoint open(SecretBox box) {
        var id = new PartnerId(partnerNo);
        return new WebhookEndpoint(
                id, URI.create(url), EndpointKeys.privateKey(box.open(privateKey, "webhook-key:" + id)), opened(box));
    }

    private byte @Nullable [] sealed(byte @Nullable [] plain, SecretBox box) {
        return plain == null ? null : box.seal(plain, "webhook-secret:" + partnerNo);
    }

    private byte @Nullable [] opened(SecretBox box) {
        return secret == null ? null : box.open(secret, "webhook-secret:" + partnerNo);
    }
}
