package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.net.URI;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where a company wants its webhooks.
 *
 * @param url checked against the rules for addresses when it is registered
 * @param secret shared HMAC secret of 24 to 64 bytes (Standard Webhooks 1.0), or {@code null}
 */
public record WebhookTarget(URI url, byte @Nullable [] secret) {

    private static final String PREFIX = "whsec_";

    public WebhookTarget {
        if (secret != null && (secret.length < 24 || secret.length > 64)) {
            throw new RuleViolation("webhook.secret", "error.field-out-of-range");
        }
    }

    /** Reads the address and the secret as written ({@code whsec_…}); throws {@code RuleViolation}. */
    public static WebhookTarget parse(String url, @Nullable String secret) {
        return new WebhookTarget(parse(url), secret == null ? null : decode(secret));
    }

    private static URI parse(String url) {
        if (url.length() > WebhookUrlRule.LONGEST) throw new RuleViolation("webhook.url", "error.field-too-long");
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("webhook.url", "error.field-malformed");
        }
    }

    private static byte[] decode(String secret) {
        if (!secret.startsWith(PREFIX)) throw new RuleViolation("webhook.secret", "error.field-malformed");
        try {
            return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("webhook.secret", "error.field-malformed");
        }
    }

    @Override
    public String toString() {
        return "WebhookTarget[" + url + "]";
    }
}
