package io.retrace.partners;

import java.net.URI;
import java.security.PrivateKey;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a company’s webhook is signed (Standard Webhooks 1.0).
 *
 * @param signingKey our Ed25519 key for this endpoint alone ({@code v1a})
 * @param secret shared HMAC secret ({@code v1}), or {@code null} if the company did not ask for one
 */
public record WebhookEndpoint(PartnerId partner, URI url, PrivateKey signingKey, byte @Nullable [] secret) {

    @Override
    public String toString() {
        return "WebhookEndpoint[" + partner + ", " + url + "]";
    }
}
