package io.retrace.identity;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Endpoints are written out instead of discovered, so that we start, and tests run, while Keycloak is away. */
@Configuration
@EnableConfigurationProperties(KeycloakSettings.class)
class KeycloakClients {

    private static final String API_AUDIENCE = "retrace-api";

    @Bean
    ClientRegistrationRepository clientRegistrations(
            KeycloakSettings keycloak, @Value("${retrace.portal-url}") String portalUrl) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("keycloak")
                .clientId("retrace-portal")
                .clientSecret(keycloak.portalSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(portalUrl + "/login/oauth2/code/keycloak")
                .scope("openid")
                .issuerUri(keycloak.issuer())
                .authorizationUri(keycloak.browserEndpoint("auth"))
                .tokenUri(keycloak.serverEndpoint("token"))
                .jwkSetUri(keycloak.serverEndpoint("certs"))
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", keycloak.browserEndpoint("logout")))
                .build());
    }

    /** For the API: our issuer, our audience, not expired. */
    @Bean
    JwtDecoder apiTokens(KeycloakSettings keycloak) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(keycloak.serverEndpoint("certs")).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(keycloak.issuer()), new JwtAudienceValidator(API_AUDIENCE)));
        return decoder;
    }
}
