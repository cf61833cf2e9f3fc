package io.retrace.partners;

import java.net.URI;
import java.security.PrivateKey;
import java.util.List;

/**
 * Where and how a company’s webhook is signed (Standard Webhooks 1.0).
 *
 * @param keys our Ed25519 keys for this endpoint alone ({@code v1a}), the newest first: two while one is rotated
 * @param secrets shared HMAC secrets ({@code v1}) likewise; none if the company did not ask for one
 */
public record WebhookEndpoint(PartnerId partner, URI url, List<PrivateKey> keys, List<byte[]> secrets) {

    public WebhookEndpoint {
        keys = List.copyOf(keys);
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return "WebhookEndpoint[" + partner + ", " + url + "]";
    }
}
