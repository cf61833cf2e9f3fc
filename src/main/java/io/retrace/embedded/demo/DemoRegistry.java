package io.retrace.embedded.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The demo’s companies and purposes, read from {@code demo/*.tsv} and registered through the public API. */
final class DemoRegistry {

    private final List<Company> companies =
            rows("companies").stream().map(Company::of).toList();

    /**
     * A row of the registry.
     *
     * @param purpose what it gets photos for
     * @param basis the legal basis the platform gives
     */
    record Company(
            String slug,
            String name,
            String legalName,
            String country,
            String role,
            String channel,
            String answerWithin,
            String purpose,
            String basis) {

        static Company of(List<String> row) {
            var use = row.get(7).split(":", 2);
            return new Company(
                    row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), row.get(5), row.get(6), use[0], use[1]);
        }
    }

    List<Company> companies() {
        return companies;
    }

    Company company(String slug) {
        return companies.stream()
                .filter(company -> company.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    /** Registers everything; repeating it changes nothing. */
    void register(ApiClient platform, DemoSettings settings, WebhookKeys keys) {
        for (var row : rows("purposes")) {
            platform.put(
                    "/api/v1/purposes/" + row.get(0),
                    Map.of(
                            "trains_models", Boolean.parseBoolean(row.get(1)),
                            "facial", Boolean.parseBoolean(row.get(2)),
                            "iri", row.get(3)));
        }
        platform.put("/api/v1/partners/tryout-labs", tryout());
        for (var company : companies) {
            var answer = platform.put("/api/v1/partners/" + company.slug(), body(company, settings));
            var key = answer.path("webhook").path("public_key");
            if (key.isString()) keys.keep(company.slug(), key.asString());
        }
    }

    /** Got no photo of anybody: it is there for companies that try their programs. */
    private static Map<String, Object> tryout() {
        return Map.of(
                "name", "Tryout Labs",
                "legal_name", "Tryout Labs Ltd",
                "country", "IE",
                "role", "PROCESSOR",
                "contact", "privacy@tryout-labs.example",
                "channel", "PAGE",
                "answer_within", "P14D");
    }

    private static Map<String, Object> body(Company company, DemoSettings settings) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", company.name());
        body.put("legal_name", company.legalName());
        body.put("country", company.country());
        body.put("role", company.role());
        body.put("contact", "privacy@" + company.slug() + ".example");
        body.put("channel", company.channel());
        body.put("answer_within", company.answerWithin());
        Arrays.stream(DemoCompany.values())
                .filter(own -> own.slug().equals(company.slug()))
                .findFirst()
                .ifPresent(own -> {
                    if (own.speaksOpenDsr()) body.put("opendsr", openDsr(own, settings));
                    else body.put("webhook", Map.of("url", settings.webhook(own).toString()));
                });
        CompanyKey.of(company.slug(), settings.directory()).ifPresent(key -> body.put("signing_key", key.jwk()));
        return body;
    }

    private static Map<String, String> openDsr(DemoCompany company, DemoSettings settings) {
        var certificate = CompanyCertificate.of(company, settings.directory());
        return Map.of(
                "url", settings.openDsr(company).toString(),
                "domain", certificate.domain(),
                "certificate", certificate.pem(),
                "certificate_url", certificate.url());
    }

    private static List<List<String>> rows(String name) {
        try (var in = DemoRegistry.class.getResourceAsStream("/demo/" + name + ".tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
