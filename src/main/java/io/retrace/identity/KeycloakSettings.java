package io.retrace.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is and how we prove ourselves to it.
 *
 * @param url as browsers reach it; the issuer of every token follows from it
 * @param internalUrl as this server reaches it, if that differs
 * @param portalSecret secret of the client {@code retrace-portal}, through which people sign in
 * @param adminSecret secret of the client {@code retrace-admin}, through which accounts are looked up
 */
@ConfigurationProperties("retrace.keycloak")
record KeycloakSettings(
        String url,
        @Nullable String internalUrl,
        @DefaultValue("retrace") String realm,
        String portalSecret,
        String adminSecret) {

    /** The {@code iss} of tokens. */
    String issuer() {
        return url + "/realms/" + realm;
    }

    /** An OpenID Connect endpoint that browsers are sent to. */
    String browserEndpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }

    /** An OpenID Connect endpoint that this server calls. */
    String serverEndpoint(String name) {
        return server() + "/realms/" + realm + "/protocol/openid-connect/" + name;
    }

    /** Keycloak as this server reaches it. */
    String server() {
        return internalUrl == null ? url : internalUrl;
    }
}
