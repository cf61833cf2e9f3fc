package io.retrace.delivery.opendsr;

import io.retrace.partners.ProcessorCertificate;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a processor sent, with what it says vouches for it. The signature is over the raw body and nothing else (OpenDSR 2.0
 * §8): neither time nor address, so a genuine one may be an old one.
 */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
public record SignedBody(@Nullable String domain, @Nullable String signature, byte[] body) {

    public static final String DOMAIN = "X-OpenDSR-Processor-Domain";
    public static final String SIGNATURE = "X-OpenDSR-Signature";
    /** Names of version 1, which stay valid (§10.1). */
    public static final String OLD_DOMAIN = "X-OpenGDPR-Processor-Domain";

    public static final String OLD_SIGNATURE = "X-OpenGDPR-Signature";

    /** Whether it is the company’s word. */
    public enum Verdict {
        GENUINE,
        /** It names no domain, or another than the certificate is pinned for. */
        OTHER_DOMAIN,
        /** The pinned certificate cannot be relied on (any more). */
        UNUSABLE_CERTIFICATE,
        BAD_SIGNATURE
    }

    /** Nothing of the body is read before this. */
    public Verdict check(ProcessorCertificate pinned, Instant now) {
        if (!pinned.domain().equalsIgnoreCase(domain)) return Verdict.OTHER_DOMAIN;
        if (pinned.at(now) != ProcessorCertificate.Standing.GOOD) return Verdict.UNUSABLE_CERTIFICATE;
        return signature != null && signature.length() <= 4_000 && pinned.verifies(body, decoded(signature))
                ? Verdict.GENUINE
                : Verdict.BAD_SIGNATURE;
    }

    /** Some fold it into lines. What is no Base64 is no signature. */
    private static byte[] decoded(String signature) {
        try {
            return Base64.getMimeDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
