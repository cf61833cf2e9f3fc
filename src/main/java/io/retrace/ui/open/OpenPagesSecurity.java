package io.retrace.ui.open;

import io.retrace.evidence.OpenVisits;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import tools.jackson.databind.json.JsonMapper;

/** Pages for whoever holds a link: no script, no trace in another site’s log or in a search engine. */
@Configuration
class OpenPagesSecurity {

    /** Of every page that {@link OpenPages} writes. */
    static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(3)
    SecurityFilterChain receipts(HttpSecurity http, OpenVisits visits, OpenPages pages, JsonMapper json) {
        return hardened(http, visits, pages, json)
                .securityMatcher("/receipts/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, "/receipts/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/receipts/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/receipts/check")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** The secret in the address stands for a token of the form; nobody is let in but by a code and a form of ours besides. */
    @Bean
    @Order(4)
    SecurityFilterChain answerLinks(
            HttpSecurity http,
            OpenVisits visits,
            OpenPages pages,
            JsonMapper json,
            @Value("${retrace.portal-url}") URI portal) {
        return hardened(http, visits, pages, json)
                .securityMatcher("/answer/**")
                .addFilterAfter(new OwnFormsOnly(portal, pages), VisitLimit.class)
                // with no-referrer, a browser that lacks Sec-Fetch-Site would send its own forms with Origin: null
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, "/answer/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/answer/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/answer/*", "/answer/*/code", "/answer/*/link")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** The secret in the address stands for a token of the form. */
    @Bean
    @Order(5)
    SecurityFilterChain undoing(HttpSecurity http, OpenVisits visits, OpenPages pages, JsonMapper json) {
        return hardened(http, visits, pages, json)
                .securityMatcher("/undo/**")
                .authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, "/undo/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/undo/*")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/undo/*")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }

    private static HttpSecurity hardened(HttpSecurity http, OpenVisits visits, OpenPages pages, JsonMapper json) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // no cookie is read here
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterAfter(new VisitLimit(visits, pages, json), HeaderWriterFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")));
    }
}
