package io.retrace.agents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Where agents come in. No account of ours lets anybody in here: a token and a signature do, which {@link AgentDoor} checks. */
@Configuration
class AgentSecurity {

    @Bean
    @Order(5)
    SecurityFilterChain agents(HttpSecurity http) {
        return http.securityMatcher("/v1/**", "/.well-known/data-rights.json")
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, "/.well-known/data-rights.json")
                        .permitAll()
                        .requestMatchers("/v1/agent/*", "/v1/data-rights-request", "/v1/data-rights-request/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie is read here
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .build();
    }
}
