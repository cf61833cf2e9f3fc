package io.retrace.delivery;

import io.retrace.partners.OpenDsrEndpoints;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.Partner;
import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.partners.Purpose;
import io.retrace.partners.WebhookEndpoint;
import io.retrace.partners.WebhookEndpoints;
import io.retrace.shared.DomainException;
import io.retrace.shared.EmailAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A registry in memory, so that a test says in one line which companies there are. */
final class Companies implements PartnerDirectory, WebhookEndpoints {

    private final Map<PartnerId, OpenDsrTarget> processors = new ConcurrentHashMap<>();

    static final byte[] SECRET = "a secret of more than 24 bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    final KeyPair ours = keys();

    private final Map<PartnerId, Partner> companies = new ConcurrentHashMap<>();
    private final Map<PartnerId, WebhookEndpoint> endpoints = new ConcurrentHashMap<>();

    PartnerId byWebhook(URI url) {
        var id = add(Channel.WEBHOOK);
        moves(id, url);
        return id;
    }

    PartnerId byOpenDsr(OpenDsrTarget target) {
        var id = add(Channel.OPENDSR);
        moves(id, target);
        return id;
    }

    void moves(PartnerId id, OpenDsrTarget target) {
        processors.put(id, target);
    }

    OpenDsrEndpoints openDsr() {
        return new OpenDsrEndpoints() {
            @Override
            public Optional<OpenDsrTarget> of(PartnerId partner) {
                return Optional.ofNullable(processors.get(partner));
            }

            @Override
            public Optional<PartnerId> atDomain(String domain) {
                return processors.entrySet().stream()
                        .filter(processor -> processor.getValue().domain().equals(domain))
                        .map(Map.Entry::getKey)
                        .findFirst();
            }
        };
    }

    PartnerId byPage() {
        return add(Channel.PAGE);
    }

    PartnerId byMailLink(String country) {
        var id = add(Channel.MAIL_LINK);
        companies.computeIfPresent(id, (key, c) -> changed(c, country, c.contact()));
        return id;
    }

    void moves(PartnerId id, EmailAddress contact) {
        companies.computeIfPresent(id, (key, c) -> changed(c, c.country(), contact));
    }

    void moves(PartnerId id, URI url) {
        endpoints.put(id, new WebhookEndpoint(id, url, List.of(ours.getPrivate()), List.of(SECRET)));
    }

    @Override
    public Partner partner(PartnerId id) {
        var company = companies.get(id);
        if (company == null) throw new DomainException.NotFound("error.not-found");
        return company;
    }

    @Override
    public Optional<Partner> bySlug(String slug) {
        return companies.values().stream()
                .filter(company -> company.slug().equals(slug))
                .findFirst();
    }

    @Override
    public Collection<Partner> partners() {
        return companies.values();
    }

    @Override
    public Optional<Purpose> purpose(String code) {
        return Optional.empty();
    }

    @Override
    public Purpose purpose(int no) {
        throw new DomainException.NotFound("error.not-found");
    }

    @Override
    public Collection<Purpose> purposes() {
        return List.of();
    }

    @Override
    public Optional<WebhookEndpoint> of(PartnerId partner) {
        return Optional.ofNullable(endpoints.get(partner));
    }

    private PartnerId add(Channel channel) {
        var id = new PartnerId(companies.size() + 1);
        var slug = "company-" + id;
        companies.put(
                id,
                new Partner(
                        id,
                        slug,
                        "Company " + id,
                        "Company " + id + " Ltd",
                        "IE",
                        PartnerRole.CONTROLLER,
                        new EmailAddress("privacy@" + slug + ".example"),
                        channel,
                        Duration.ofDays(7)));
        return id;
    }

    private static Partner changed(Partner c, String country, EmailAddress contact) {
        return new Partner(
                c.id(), c.slug(), c.name(), c.legalName(), country, c.role(), contact, c.channel(), c.answerWithin());
    }

    /** The platform names who looks after the contract. */
    void owned(PartnerId id, EmailAddress owner) {
        companies.computeIfPresent(
                id,
                (_, c) -> new Partner(
                        c.id(),
                        c.slug(),
                        c.name(),
                        c.legalName(),
                        c.country(),
                        c.role(),
                        c.contact(),
                        c.channel(),
                        c.answerWithin(),
                        owner));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
