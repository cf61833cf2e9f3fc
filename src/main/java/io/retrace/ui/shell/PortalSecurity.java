package io.retrace.ui.shell;

import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.retrace.identity.Roles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** People’s pages: sign-in through Keycloak, sessions, Vaadin’s own checks per view. */
@Configuration
class PortalSecurity {

    private static final String[] FILES = {"/styles/**", "/fonts/**", "/icons/**", "/favicon.ico", "/robots.txt"};

    private static final String[] AUDIT_FILES = {
        "/audit/requests/*/bundle",
        "/audit/requests/*/bundles/*",
        "/audit/leaves/*/entry",
        "/audit/leaves/*/proof",
        "/audit/consistency/proof",
        "/audit/register/file"
    };

    /** Comes back to exactly the address that was asked for, without Spring’s {@code ?continue}. */
    @SuppressWarnings("NullAway") // null is documented to switch the parameter off
    PortalSecurity(VaadinDefaultRequestCache wanted) {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        wanted.setDelegateRequestCache(cache);
    }

    @Bean
    @Order(10)
    SecurityFilterChain portal(
            HttpSecurity http,
            ClientRegistrationRepository clients,
            SecurityContextHolderStrategy contexts,
            @Value("${retrace.portal-url}") String portalUrl) {
        http.authorizeHttpRequests(pages -> pages.requestMatchers(FILES)
                .permitAll()
                .requestMatchers("/thumbnails/**", "/packages/**")
                .hasRole(Roles.MEMBER)
                .requestMatchers(AUDIT_FILES)
                .hasRole(Roles.AUDITOR));
        // said here too: Vaadin’s part comes too late for the entry point of those who are not signed in
        http.oauth2Login(login -> login.loginPage("/" + Routes.WELCOME)
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(new SignInRequests(clients, portalUrl))));
        http.sessionManagement(session -> session.sessionAuthenticationStrategy(new OnePersonPerSession(contexts)));
        http.oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()));
        http.headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.OF_FILES))
                .permissionsPolicyHeader(policy -> policy.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()")));
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.oauth2LoginPage("/" + Routes.WELCOME, portalUrl + "/"))
                .build();
    }
}
