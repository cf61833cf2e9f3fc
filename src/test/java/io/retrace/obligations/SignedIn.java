package io.retrace.obligations;

import io.retrace.identity.MailDeclarant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Runs an action as somebody: with the ID token that Keycloak would have given, read by the real {@code CurrentUser}. */
public final class SignedIn {

    private SignedIn() {}

    /** A member who proved it again at {@code provedAt}. */
    public static <T> T member(String ref, Instant provedAt, Supplier<T> action) {
        return as("member", Map.of("sub", "user-" + ref, "member_ref", ref, "acr", "2"), provedAt, action);
    }

    /** A member who only signed in. */
    public static <T> T memberWithoutStepUp(String ref, Instant signedInAt, Supplier<T> action) {
        return as("member", Map.of("sub", "user-" + ref, "member_ref", ref, "acr", "1"), signedInAt, action);
    }

    public static <T> T company(String slug, Supplier<T> action) {
        var claims = Map.<String, Object>of("sub", "responder-" + slug, "organization", List.of(slug));
        return as("partner", claims, Instant.EPOCH, action);
    }

    /** A responder at this level ({@code acr}) who proved it at {@code provedAt}. */
    static <T> T company(String slug, String acr, Instant provedAt, Supplier<T> action) {
        var claims = Map.<String, Object>of("sub", "responder-" + slug, "organization", List.of(slug), "acr", acr);
        return as("partner", claims, provedAt, action);
    }

    public static <T> T support(Supplier<T> action) {
        return as("support", Map.of("sub", "sam"), Instant.EPOCH, action);
    }

    /** An auditor who proved it again at {@code provedAt}; never proved again for {@code EPOCH}. */
    static <T> T auditor(String account, Instant provedAt, Supplier<T> action) {
        var level = provedAt.equals(Instant.EPOCH) ? "1" : "2";
        return as("auditor", Map.of("sub", account, "acr", level), provedAt, action);
    }

    /** A support lead who proved it again at {@code provedAt}; never proved again for {@code EPOCH}. */
    static <T> T lead(String account, Instant provedAt, Supplier<T> action) {
        var level = provedAt.equals(Instant.EPOCH) ? "1" : "2";
        return as("support-lead", Map.of("sub", account, "acr", level), provedAt, action);
    }

    /** Somebody with this role and nothing else. */
    static <T> T holding(String role, Supplier<T> action) {
        return as(role, Map.of("sub", "somebody", "acr", "2"), Instant.EPOCH, action);
    }

    /** Somebody whom a code from a mailbox let in. */
    static <T> T byMailLink(MailDeclarant who, Supplier<T> action) {
        return as(who.signedIn(), action);
    }

    public static void nobody() {
        SecurityContextHolder.clearContext();
    }

    private static <T> T as(String role, Map<String, Object> claims, Instant provedAt, Supplier<T> action) {
        var token = OidcIdToken.withTokenValue("test")
                .claims(all -> all.putAll(claims))
                .claim("auth_time", provedAt)
                .build();
        var roles = AuthorityUtils.createAuthorityList("ROLE_" + role);
        return as(new TestingAuthenticationToken(new DefaultOidcUser(roles, token), "", roles), action);
    }

    private static <T> T as(Authentication authentication, Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        try {
            return action.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
