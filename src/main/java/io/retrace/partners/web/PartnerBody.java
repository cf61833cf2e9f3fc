package io.retrace.partners.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.Partner;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDetails;
import io.retrace.partners.ProcessorCertificate;
import io.retrace.partners.SigningKey;
import io.retrace.partners.WebhookTarget;
import io.retrace.shared.EmailAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A company as the platform writes it. */
@Schema(name = "PartnerRegistration")
record PartnerBody(
        @Schema(example = "Lumen Vision", requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 200) @Nullable
        String name,

        @JsonProperty("legal_name")
        @Schema(
                example = "Lumen Vision GmbH",
                requiredMode = Schema.RequiredMode.REQUIRED,
                maxLength = 200,
                description = "Name in the register of companies")
        @Nullable
        String legalName,

        @Schema(example = "DE", requiredMode = Schema.RequiredMode.REQUIRED, description = "ISO 3166-1 alpha-2")
        @Nullable
        String country,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                implementation = PartnerRole.class,
                description = "What it is under GDPR Art. 4")
        @Nullable
        String role,

        @Schema(
                example = "privacy@lumen.example",
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Where mails to the company go")
        @Nullable
        String contact,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                implementation = Channel.class,
                description = "How it is asked; WEBHOOK needs a webhook, OPENDSR needs opendsr")
        @Nullable
        String channel,

        @JsonProperty("answer_within")
        @Schema(
                example = "P14D",
                type = "string",
                format = "duration",
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "ISO 8601: how long after being asked it may stay silent before we say so")
        @Nullable
        String answerWithin,

        @Nullable WebhookBody webhook,

        @JsonProperty("signing_key")
        @Schema(
                example = "whpk_…",
                type = "string",
                description =
                        "Ed25519 key the company signs its answers with, as whpk_… or as JWK; with one, its answers by"
                                + " API must be signed")
        @Nullable
        Object signingKey,

        @JsonProperty("opendsr") @Nullable OpenDsrBody openDsr,

        @JsonProperty("contract_owner")
        @Schema(
                example = "partners@platform.example",
                description = "Who looks after the contract with it: told by mail once a question has gone without an"
                        + " answer for a week past its end")
        @Nullable
        String contractOwner) {

    @Schema(name = "OpenDsrRegistration", description = "Where it takes OpenDSR 2.0 requests")
    record OpenDsrBody(
            @Schema(
                    example = "https://opendsr.lumen.example/v2",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 2000)
            @Nullable
            String url,

            @Schema(
                    example = "opendsr.lumen.example",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "What X-OpenDSR-Processor-Domain says, and the certificate is for")
            @Nullable
            String domain,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "PEM: the certificate its answers are signed with, then those above it if there are")
            @Nullable
            String certificate,

            @JsonProperty("certificate_url")
            @Schema(description = "What its discovery gives as processor_certificate")
            @Nullable
            String certificateUrl,

            @Schema(
                    example = "Basic …",
                    description =
                            "Value of the Authorization header of our requests; kept encrypted, never shown again")
            @Nullable
            String authorization) {}

    @Schema(name = "WebhookRegistration")
    record WebhookBody(
            @Schema(
                    example = "https://hooks.lumen.example/erasure",
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    maxLength = 2000)
            @Nullable
            String url,

            @Schema(
                    example = "whsec_…",
                    description =
                            "Shared HMAC secret of 24 to 64 bytes; without it messages carry our Ed25519 signature only")
            @Nullable
            String secret) {}

    PartnerDetails details() {
        return new PartnerDetails(
                Field.of("name", name).text(),
                Field.of("legal_name", legalName).text(),
                Field.of("country", country).text(),
                Field.of("role", role).as(Partner.PartnerRole::valueOf),
                Field.of("contact", contact).as(EmailAddress::new),
                Field.of("channel", channel).as(Partner.Channel::valueOf),
                Field.of("answer_within", answerWithin).as(Duration::parse),
                contractOwner == null
                        ? null
                        : Field.of("contract_owner", contractOwner).as(EmailAddress::new));
    }

    @Nullable
    SigningKey key() {
        return signingKey == null ? null : SigningKey.parse(signingKey);
    }

    @Nullable
    OpenDsrTarget openDsrTarget() {
        if (openDsr == null) return null;
        var domain = Field.of("opendsr.domain", openDsr.domain()).text();
        var certificate = Field.of("opendsr.certificate", openDsr.certificate()).text();
        return new OpenDsrTarget(
                Field.of("opendsr.url", openDsr.url()).as(URI::create),
                ProcessorCertificate.parse(domain, certificate),
                openDsr.certificateUrl() == null
                        ? null
                        : Field.of("opendsr.certificate_url", openDsr.certificateUrl())
                                .as(URI::create),
                openDsr.authorization());
    }

    @Nullable
    WebhookTarget target() {
        return webhook == null
                ? null
                : WebhookTarget.parse(Field.of("webhook.url", webhook.url()).text(), webhook.secret());
    }
}
