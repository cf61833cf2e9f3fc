package io.retrace.partners;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where the platform writes down who may receive photos, and for what. Repeating a registration changes nothing. */
public interface PartnerRegistry {

    /**
     * Registers the company, or changes it to exactly this; without a target its webhook and key are forgotten. Throws
     * {@code RuleViolation}.
     */
    Registration register(String slug, PartnerDetails details, @Nullable WebhookTarget webhook);

    /** The same with the key that the company signs its answers with; without one it is forgotten, and we countersign. */
    Registration register(
            String slug, PartnerDetails details, @Nullable WebhookTarget webhook, @Nullable SigningKey signingKey);

    /** The same with where the company takes OpenDSR requests; without that it is forgotten. */
    Registration register(
            String slug,
            PartnerDetails details,
            @Nullable WebhookTarget webhook,
            @Nullable SigningKey signingKey,
            @Nullable OpenDsrTarget target);

    /**
     * Makes a new key for the company’s webhook; the one before signs as well for a week. Throws {@code NotFound} if it has no
     * webhook, {@code Conflict} while two keys sign already.
     */
    Registration rotateKey(String slug);

    /** Registers the purpose, or changes it to exactly this. Throws {@code RuleViolation}. */
    Purpose register(PurposeDetails details);

    /** Throws {@code NotFound}. */
    Registration partner(String slug);

    /** Throws {@code NotFound}. */
    Purpose purpose(String code);

    /** A company as registered, with its webhook if it has one. */
    record Registration(
            Partner partner,
            @Nullable Webhook webhook,
            @Nullable SigningKey signingKey,
            @Nullable OpenDsrTarget openDsr) {}

    /**
     * A webhook as registered; the shared secret is never shown again.
     *
     * @param publicKey our Ed25519 key for this endpoint, {@code whpk_…}: what the company verifies {@code v1a} with
     * @param formerKey the one before, while it signs as well; {@code null} otherwise
     * @param formerUntil how long it does
     * @param signedWithSecret whether messages also carry {@code v1}
     */
    record Webhook(
            URI url,
            String publicKey,
            @Nullable String formerKey,
            @Nullable Instant formerUntil,
            boolean signedWithSecret) {}
}
