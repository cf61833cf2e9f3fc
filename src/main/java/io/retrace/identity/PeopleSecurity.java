package io.retrace.identity;

import java.util.HashSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OidcBackChannelLogoutHandler;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Parts of people’s sign-in that know nothing of pages: roles from the ID token, logout that Keycloak starts. */
@Configuration
class PeopleSecurity {

    @Bean
    GrantedAuthoritiesMapper rolesOfPeople() {
        return authorities -> {
            var all = new HashSet<GrantedAuthority>(authorities);
            for (var authority : authorities) {
                if (authority instanceof OidcUserAuthority person) {
                    all.addAll(
                            Claims.authorities(person.getIdToken().getClaims().get(Claims.ROLES)));
                }
            }
            return all;
        };
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher(); // without it, ended sessions stay in the registry
    }

    /** Sessions live on one node (sticky), and so does their registry. */
    @Bean
    OidcSessionRegistry signedInSessions() {
        return new InMemoryOidcSessionRegistry();
    }

    /** Ends a session by calling ourselves with its cookie; so the name and the port must be our own. */
    @Bean
    OidcBackChannelLogoutHandler logoutFromKeycloak(
            OidcSessionRegistry sessions,
            @Value("${server.port}") int port,
            @Value("${server.servlet.session.cookie.name}") String cookie) {
        var handler = new OidcBackChannelLogoutHandler(sessions);
        handler.setLogoutUri("http://127.0.0.1:" + port + "/logout/connect/back-channel/{registrationId}");
        handler.setSessionCookieName(cookie);
        return handler;
    }
}
