package io.retrace.embedded.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the launcher tells the demo’s processes, by environment.
 *
 * @param api the portal’s address
 * @param token Keycloak’s token endpoint
 * @param directory where keys and seen messages are kept
 * @param firstPort the companies listen on this port and the next ones
 */
record DemoSettings(
        URI api, URI token, String platformSecret, String companySecret, Path directory, int firstPort, String host) {

    static DemoSettings read(Map<String, String> environment) {
        return new DemoSettings(
                URI.create(required(environment, "RETRACE_PORTAL_URL")),
                URI.create(required(environment, "RETRACE_TOKEN_URL")),
                required(environment, "RETRACE_PLATFORM_SECRET"),
                required(environment, "RETRACE_COMPANY_SECRET"),
                Path.of(required(environment, "RETRACE_DEMO_DIR")),
                Integer.parseInt(environment.getOrDefault("RETRACE_COMPANIES_PORT", "8190")),
                "127.0.0.1");
    }

    /** Where a company listens; only those that have a server do. */
    URI webhook(DemoCompany company) {
        return URI.create("http://" + host + ":" + port(company) + "/webhooks/retrace");
    }

    /** Where a company that speaks OpenDSR takes requests. */
    URI openDsr(DemoCompany company) {
        return URI.create("http://" + host + ":" + port(company) + "/v2");
    }

    int port(DemoCompany company) {
        return firstPort + company.ordinal();
    }

    private static String required(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new IllegalStateException("Set " + name + " (./retrace demo does)."));
    }
}
