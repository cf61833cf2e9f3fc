package io.retrace.partners;

import io.retrace.identity.Roles;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.ProcessorCertificate.Standing;
import io.retrace.shared.DomainEvent;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.SecretBox;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.IS_PLATFORM)
class RegistryService implements PartnerRegistry {

    private final RegisteredPartners partners;
    private final RegisteredPurposes purposes;
    private final RegisteredWebhooks webhooks;
    private final StoredSigningKeys signingKeys;
    private final StoredOpenDsr openDsr;
    private final StoredRegistry stored;
    private final CachedDirectory directory;
    private final WebhookUrlRule urlRule;
    private final SecretBox box;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegistryService(
            RegisteredPartners partners,
            RegisteredPurposes purposes,
            RegisteredWebhooks webhooks,
            StoredSigningKeys signingKeys,
            StoredOpenDsr openDsr,
            StoredRegistry stored,
            CachedDirectory directory,
            WebhookUrlRule urlRule,
            SecretBox box,
            ApplicationEventPublisher events,
            Clock clock) {
        this.partners = partners;
        this.purposes = purposes;
        this.webhooks = webhooks;
        this.signingKeys = signingKeys;
        this.openDsr = openDsr;
        this.stored = stored;
        this.directory = directory;
        this.urlRule = urlRule;
        this.box = box;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Registration register(String slug, PartnerDetails details, @Nullable WebhookTarget webhook) {
        return register(slug, details, webhook, null);
    }

    @Override
    @Transactional
    public Registration register(
            String slug, PartnerDetails details, @Nullable WebhookTarget webhook, @Nullable SigningKey signingKey) {
        return register(slug, details, webhook, signingKey, null);
    }

    @Override
    @Transactional
    public Registration register(
            String slug,
            PartnerDetails details,
            @Nullable WebhookTarget webhook,
            @Nullable SigningKey signingKey,
            @Nullable OpenDsrTarget target) {
        Codes.check("slug", slug);
        if (webhook != null) urlRule.check("webhook.url", webhook.url());
        if (target != null) check(target);
        if (target == null && details.channel() == Channel.OPENDSR) {
            throw new RuleViolation("opendsr", "error.field-missing");
        }
        if (webhook == null && details.channel() == Channel.WEBHOOK) {
            throw new RuleViolation("webhook", "error.field-missing");
        }
        begin();
        var now = clock.instant();
        var known = partners.findBySlug(slug).orElse(null);
        var partner = known != null ? known : partners.saveAndFlush(new RegisteredPartner(slug, details, now));
        boolean changed = partner.become(details, now)
                | become(partner.id(), webhook)
                | signingKeys.become(partner.id(), signingKey)
                | openDsr.become(partner.id(), target);
        if (known == null) publish(new PartnerRegistered(partner.id(), slug, now));
        else if (changed) publish(new PartnerChanged(partner.id(), slug, now));
        return registration(partner);
    }

    @Override
    @Transactional
    public Registration rotateKey(String slug) {
        begin();
        var now = clock.instant();
        var partner = partners.findBySlug(slug).orElseThrow(() -> new NotFound("error.not-found"));
        var webhook =
                webhooks.findById((short) partner.id().value()).orElseThrow(() -> new NotFound("error.not-found"));
        if (webhook.rotating(now)) throw new Conflict("error.webhook-rotating");
        webhook.rotate(box, now);
        publish(new WebhookKeyRotated(partner.id(), slug, now));
        return registration(partner);
    }

    @Override
    @Transactional
    public Purpose register(PurposeDetails details) {
        begin();
        var now = clock.instant();
        var known = purposes.findByCode(details.code()).orElse(null);
        var purpose = known != null ? known : purposes.saveAndFlush(new RegisteredPurpose(details));
        boolean changed = purpose.become(details);
        if (known == null) {
            publish(new PurposeRegistered(details.code(), details.trainsModels(), details.facial(), now));
        } else if (changed) {
            publish(new PurposeChanged(details.code(), details.trainsModels(), details.facial(), now));
        }
        return purpose.asPurpose();
    }

    @Override
    @Transactional(readOnly = true)
    public Registration partner(String slug) {
        return registration(partners.findBySlug(slug).orElseThrow(() -> new NotFound("error.not-found")));
    }

    @Override
    @Transactional(readOnly = true)
    public Purpose purpose(String code) {
        return purposes.findByCode(code)
                .orElseThrow(() -> new NotFound("error.not-found"))
                .asPurpose();
    }

    private void begin() {
        stored.lock();
        directory.changing();
    }

    private void check(OpenDsrTarget target) {
        urlRule.check(target);
        if (target.certificate().at(clock.instant()) != Standing.GOOD) {
            throw new RuleViolation("opendsr.certificate", "error.opendsr.certificate");
        }
    }

    private boolean become(PartnerId partner, @Nullable WebhookTarget target) {
        var known = webhooks.findById((short) partner.value()).orElse(null);
        if (target == null) {
            if (known != null) webhooks.deleteById((short) partner.value());
            return known != null;
        }
        if (known != null) return known.become(target, box, clock.instant());
        webhooks.saveAndFlush(new RegisteredWebhook(partner, target, box));
        return true;
    }

    private void publish(DomainEvent change) {
        stored.countChange();
        events.publishEvent(change);
    }

    private Registration registration(RegisteredPartner partner) {
        var webhook = webhooks.findById((short) partner.id().value()).map(known -> known.asWebhook(clock.instant()));
        return new Registration(
                partner.asPartner(),
                webhook.orElse(null),
                signingKeys.of(partner.id()).orElse(null),
                openDsr.of(partner.id()).orElse(null));
    }
}
