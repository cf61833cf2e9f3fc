package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a company takes OpenDSR requests, and what its answers are checked against.
 *
 * @param url up to and with the version, such as {@code https://opendsr.example.com/v2}
 * @param certificate names the domain as well
 * @param certificateUrl what its discovery must give as {@code processor_certificate}, or {@code null} if nothing is pinned
 * @param authorization value of the header of that name, or {@code null} if it asks for none
 */
public record OpenDsrTarget(
        URI url,
        ProcessorCertificate certificate,
        @Nullable URI certificateUrl,
        @Nullable String authorization) {

    private static final int LONGEST = 4_000;

    public OpenDsrTarget {
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new RuleViolation("opendsr.url", "error.webhook-url");
        }
        if (authorization != null) {
            if (authorization.length() > LONGEST) {
                throw new RuleViolation("opendsr.authorization", "error.field-too-long");
            }
            if (!authorization.matches("[!-~]+( [!-~]+)*")) {
                throw new RuleViolation("opendsr.authorization", "error.field-malformed");
            }
        }
    }

    public String domain() {
        return certificate.domain();
    }

    @Override
    public String toString() {
        return "OpenDsrTarget[" + url + "]";
    }
}
