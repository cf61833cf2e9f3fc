package io.retrace.identity;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The two chains without a session: the API, and what anybody may read. People’s pages are the ui’s chain. */
@Configuration
@EnableMethodSecurity
class ApiSecurity {

    /** Read by anybody: the evidence log and the page that checks receipts, probes, the API’s description, plain pages. */
    private static final String[] OPEN = {
        "/log/**",
        "/verify",
        "/verify/**",
        "/livez",
        "/readyz",
        "/actuator/**",
        "/v3/api-docs/**",
        "/about/**",
        "/error"
    };

    /** The platform’s own; asked before the body is read, so that a wrong caller learns nothing of its rules. */
    private static final String[] FEEDS = {
        "/api/v1/photos/**",
        "/api/v1/disclosures/**",
        "/api/v1/partners/**",
        "/api/v1/purposes/**",
        "/api/v1/members/**"
    };

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiRefusals refusals) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                "/api/v1/obligations/**", "/api/v1/sandbox/**", "/api/v1/webhook/**")
                        .hasRole(Roles.PARTNER)
                        .requestMatchers(HttpMethod.POST, "/api/v1/opendsr/callbacks")
                        .permitAll() // a signature over the body says who it is
                        .requestMatchers(FEEDS)
                        .hasRole(Roles.PLATFORM)
                        .anyRequest()
                        .authenticated()) // what does not exist says so
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(rolesOfClients()))
                        .authenticationEntryPoint(refusals)
                        .accessDeniedHandler(refusals))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie is read here
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain open(HttpSecurity http) {
        return http.securityMatcher(OPEN)
                .authorizeHttpRequests(calls -> calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // nothing here changes anything
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none';"
                                        + " form-action 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    private static JwtAuthenticationConverter rolesOfClients() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(
                token -> Claims.authorities(token.getClaims().get(Claims.ROLES)));
        return converter;
    }
}
