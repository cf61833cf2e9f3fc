package io.retrace.testing;

import io.retrace.identity.Roles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Calls services as somebody, with the very claims that Keycloak would send. */
public final class Callers {

    private Callers() {}

    public static <T> T asPlatform(Callable<T> call) {
        return as(token(Roles.PLATFORM, "dating-platform", Map.of()), call);
    }

    public static <T> T asMember(String memberRef, Callable<T> call) {
        return as(token(Roles.MEMBER, "user-of-" + memberRef, Map.of("member_ref", memberRef)), call);
    }

    public static <T> T asSupport(Callable<T> call) {
        return as(token(Roles.SUPPORT, "agent-1", Map.of()), call);
    }

    public static <T> T as(Authentication who, Callable<T> call) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static Authentication token(String role, String subject, Map<String, Object> claims) {
        var jwt = Jwt.withTokenValue("test")
                .header("alg", "none")
                .subject(subject)
                .claims(all -> all.putAll(claims))
                .build();
        return new JwtAuthenticationToken(jwt, List.of(new SimpleGrantedAuthority("ROLE_" + role)), subject);
    }
}
