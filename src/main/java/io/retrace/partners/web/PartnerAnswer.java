package io.retrace.partners.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerRegistry.Registration;
import io.retrace.partners.PartnerRegistry.Webhook;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A company as registered. */
@Schema(name = "Partner")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerAnswer(
        String slug,
        String name,
        @JsonProperty("legal_name") String legalName,
        String country,
        PartnerRole role,
        String contact,
        Channel channel,

        @JsonProperty("answer_within") @Schema(example = "PT336H", description = "ISO 8601")
        String answerWithin,

        @Nullable WebhookAnswer webhook,
        @JsonProperty("signing_key") @Nullable String signingKey,
        @JsonProperty("opendsr") @Nullable OpenDsrAnswer openDsr,
        @JsonProperty("contract_owner") @Nullable String contractOwner) {

    @Schema(name = "OpenDsr")
    record OpenDsrAnswer(
            URI url,
            String domain,

            @Schema(description = "PEM") String certificate,

            @JsonProperty("certificate_url") @Nullable URI certificateUrl,
            @JsonProperty("with_authorization") boolean withAuthorization) {

        static OpenDsrAnswer of(OpenDsrTarget target) {
            return new OpenDsrAnswer(
                    target.url(),
                    target.domain(),
                    target.certificate().pem(),
                    target.certificateUrl(),
                    target.authorization() != null);
        }
    }

    @Schema(name = "Webhook")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookAnswer(
            URI url,

            @JsonProperty("public_key")
            @Schema(
                    example = "whpk_…",
                    description = "Our Ed25519 key for this endpoint alone: verify v1a signatures with it")
            String publicKey,

            @JsonProperty("former_public_key") @Schema(description = "The key before, while it signs as well") @Nullable
            String formerKey,

            @JsonProperty("former_until") @Nullable Instant formerUntil,

            @JsonProperty("signed_with_secret")
            @Schema(description = "Whether messages also carry a v1 signature by the shared secret")
            boolean signedWithSecret) {

        static WebhookAnswer of(Webhook webhook) {
            return new WebhookAnswer(
                    webhook.url(),
                    webhook.publicKey(),
                    webhook.formerKey(),
                    webhook.formerUntil(),
                    webhook.signedWithSecret());
        }
    }

    static PartnerAnswer of(Registration registration) {
        var partner = registration.partner();
        var webhook = registration.webhook();
        var key = registration.signingKey();
        var openDsr = registration.openDsr();
        var owner = partner.contractOwner();
        return new PartnerAnswer(
                partner.slug(),
                partner.name(),
                partner.legalName(),
                partner.country(),
                partner.role(),
                partner.contact().value(),
                partner.channel(),
                partner.answerWithin().toString(),
                webhook == null ? null : WebhookAnswer.of(webhook),
                key == null ? null : key.text(),
                openDsr == null ? null : OpenDsrAnswer.of(openDsr),
                owner == null ? null : owner.value());
    }
}
