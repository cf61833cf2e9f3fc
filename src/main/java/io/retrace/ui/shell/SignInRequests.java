package io.retrace.ui.shell;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Adds the level that a step-up asks for ({@code acr_values}) and remembers where to come back to. The browser could
 * strip the level on its way, so services check the ID token again: {@code CurrentUser.requireStepUp()}.
 */
final class SignInRequests implements OAuth2AuthorizationRequestResolver {

    private final DefaultOAuth2AuthorizationRequestResolver plain;
    private final String portalUrl;

    SignInRequests(ClientRegistrationRepository clients, String portalUrl) {
        this.plain = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        this.portalUrl = portalUrl;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return steppedUp(request, plain.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String clientRegistrationId) {
        return steppedUp(request, plain.resolve(request, clientRegistrationId));
    }

    private @Nullable OAuth2AuthorizationRequest steppedUp(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest signIn) {
        if (signIn == null) return null;
        var back = request.getParameter("return");
        if (back != null && StepUp.isLocal(back)) {
            request.getSession()
                    .setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT_ABSOLUTE, portalUrl + back);
        }
        if (!"2".equals(request.getParameter("acr"))) return signIn;
        return OAuth2AuthorizationRequest.from(signIn)
                .additionalParameters(parameters -> {
                    parameters.put("acr_values", "2");
                    parameters.put("max_age", "0"); // we only send people whose last proof is too old for us
                })
                .build();
    }
}
