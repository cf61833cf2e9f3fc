package io.retrace.identity;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API document says as a whole: what this is, where it is, and where a client gets its token. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

    private static final String CLIENT = "client";

    @Bean
    OpenAPI apiOfRetrace(KeycloakSettings keycloak, @Value("${retrace.portal-url}") String portalUrl) {
        var flow = new OAuthFlow().tokenUrl(keycloak.browserEndpoint("token")).scopes(new Scopes());
        var client = new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("Each company and the platform has a client of its own (RFC 6749 §4.4).")
                .flows(new OAuthFlows().clientCredentials(flow));
        return new OpenAPI()
                .info(new Info()
                        .title("Retrace")
                        .version("1")
                        .description("For the platform: report photos and who received them."
                                + " For companies: read what is asked of you, and answer."
                                + " Give a POST to an obligation an Idempotency-Key (8 to 200 printable ASCII characters): repeated"
                                + " within a week it gets the same answer, marked Idempotency-Replayed; another command under"
                                + " the key is refused with 422, and 409 means that its twin is at work."
                                + " Refusals are problem details (RFC 9457)."))
                .servers(List.of(new Server().url(portalUrl)))
                .components(new Components().addSecuritySchemes(CLIENT, client))
                .addSecurityItem(new SecurityRequirement().addList(CLIENT));
    }
}
