package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.MailDeclarant;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.NotFound;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks {@link CurrentUser}. Whoever came by a mail link answers one question, and only while its address is on file. */
@Component
class SignedInResponder implements Responder {

    /** One code opens one working day; then another one is asked for. */
    static final Duration A_CODE_COUNTS = Duration.ofHours(8);

    private final PartnerDirectory partners;
    private final CurrentUser user;
    private final Clock clock;

    SignedInResponder(PartnerDirectory partners, CurrentUser user, Clock clock) {
        this.partners = partners;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public PartnerId company() {
        return partners.bySlug(user.company()).map(Partner::id).orElseThrow(SignedInResponder::notFound);
    }

    @Override
    public PartnerId company(ObligationId about) {
        var declarant = user.mailDeclarant();
        return declarant.isPresent() ? company(declarant.get(), about) : company();
    }

    private PartnerId company(MailDeclarant declarant, ObligationId about) {
        if (!declarant.question().equals(about.value()) || outdated(declarant)) throw notFound();
        return partners.bySlug(declarant.company())
                .filter(partner -> partner.contact().equals(declarant.mailbox()))
                .map(Partner::id)
                .orElseThrow(SignedInResponder::notFound);
    }

    private boolean outdated(MailDeclarant declarant) {
        return declarant.codeAt().plus(A_CODE_COUNTS).isBefore(clock.instant());
    }

    private static NotFound notFound() {
        return new NotFound("error.obligation-not-found");
    }
}
