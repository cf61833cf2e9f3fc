package io.retrace.identity;

import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.StepUpRequired;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Whoever Spring Security says is here: a person with an ID token, or a client with an access token. */
@Component
class SignedInUser implements CurrentUser {

    private static final String UNKNOWN = "error.not-found";

    private final Subjects subjects;
    private final Clock clock;

    SignedInUser(Subjects subjects, Clock clock) {
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public boolean signedIn() {
        return authentication().isPresent();
    }

    @Override
    public SubjectId subject() {
        if (!has(Roles.MEMBER)) throw new NotFound(UNKNOWN);
        var member = Claims.text(claims().get(Claims.MEMBER_REF))
                .map(MemberRef::new)
                .orElseThrow(() -> new NotFound(UNKNOWN));
        var subject = subjects.ofMembers(Set.of(member)).get(member);
        if (subject == null) throw new NotFound(UNKNOWN);
        return subject;
    }

    /** An API client carries its company as a claim; a person is a member of its organisation, and of no other. */
    @Override
    public String company() {
        if (!has(Roles.PARTNER)) throw new NotFound(UNKNOWN);
        var claims = claims();
        return Claims.text(claims.get(Claims.COMPANY))
                .or(() -> Claims.onlyOrganization(claims.get(Claims.ORGANIZATION)))
                .orElseThrow(() -> new NotFound(UNKNOWN));
    }

    @Override
    public Optional<MailDeclarant> mailDeclarant() {
        return authentication()
                .map(SignedInUser::principal)
                .map(who -> who instanceof MailDeclarant declarant ? declarant : null);
    }

    @Override
    public Actor actor() {
        return new Actor(kind(), required().getName());
    }

    private Actor.Kind kind() {
        if (has(Roles.PLATFORM)) return Actor.Kind.PLATFORM;
        if (has(Roles.SUPPORT) || has(Roles.SUPPORT_LEAD)) return Actor.Kind.SUPPORT;
        if (has(Roles.PARTNER) || has(Roles.MAIL_DECLARANT)) return Actor.Kind.COMPANY;
        if (has(Roles.MEMBER)) return Actor.Kind.MEMBER;
        if (has(Roles.AUDITOR)) return Actor.Kind.AUDITOR;
        throw new NotFound(UNKNOWN);
    }

    @Override
    public Optional<String> client() {
        return Claims.text(claims().get("azp"));
    }

    @Override
    public Assurance assurance() {
        return person().map(SignedInUser::assurance).orElseGet(() -> new Assurance(0, Instant.EPOCH));
    }

    private static Assurance assurance(OidcUser person) {
        var provedAt = person.getAuthenticatedAt();
        return new Assurance(
                Claims.level(person.getClaims().get(Claims.ACR)), provedAt == null ? Instant.EPOCH : provedAt);
    }

    @Override
    public Optional<String> displayName() {
        return person().map(person -> person.getGivenName() == null ? person.getFullName() : person.getGivenName());
    }

    @Override
    public boolean has(String role) {
        return authentication()
                .filter(who -> who.getAuthorities().stream()
                        .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())))
                .isPresent();
    }

    @Override
    public void requireStepUp() {
        if (!assurance().freshAt(clock.instant())) throw new StepUpRequired();
    }

    private Map<String, Object> claims() {
        return switch (required().getPrincipal()) {
            case OidcUser person -> person.getClaims();
            case Jwt client -> client.getClaims();
            case null, default -> Map.of();
        };
    }

    private Optional<OidcUser> person() {
        return authentication().map(SignedInUser::principal).map(who -> who instanceof OidcUser person ? person : null);
    }

    private static @Nullable Object principal(Authentication authentication) {
        return authentication.getPrincipal();
    }

    private Authentication required() {
        return authentication()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(who -> who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken));
    }
}
