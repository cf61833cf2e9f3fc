package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The certificate that a company signs its OpenDSR answers with, pinned: only what the platform registered counts, wherever
 * else a certificate may be found.
 *
 * @param domain the company’s, which the certificate must be for
 * @param path its own certificate, then those above it where they were given; the last of several is trusted
 */
public record ProcessorCertificate(String domain, List<X509Certificate> path) {

    private static final String FIELD = "opendsr.certificate";
    private static final int LONGEST = 20_000;
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final int DNS_NAME = 2; // RFC 5280 §4.2.1.6

    public ProcessorCertificate {
        if (!DOMAIN.matcher(domain).matches()) throw new RuleViolation("opendsr.domain", "error.field-malformed");
        path = List.copyOf(path);
        if (path.isEmpty() || path.size() > 5 || !strong(path.getFirst()) || selfSigned(path)) {
            throw new RuleViolation(FIELD, "error.opendsr.certificate");
        }
    }

    /** Whether it may be relied on. */
    public enum Standing {
        GOOD,
        /** Not yet, or not any more. */
        OUT_OF_DATE,
        OTHER_DOMAIN,
        /** It does not lead to the certificate that was given as the last. */
        BROKEN_PATH
    }

    /** Reads one to five certificates in PEM; throws {@code RuleViolation}. */
    @SuppressWarnings("unchecked")
    public static ProcessorCertificate parse(String domain, String pem) {
        if (pem.length() > LONGEST) throw new RuleViolation(FIELD, "error.field-too-long");
        try {
            var found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            return new ProcessorCertificate(domain, List.copyOf((Collection<X509Certificate>) (Collection<?>) found));
        } catch (CertificateException e) {
            throw new RuleViolation(FIELD, "error.field-malformed");
        }
    }

    public Standing at(Instant now) {
        for (var certificate : path) if (!current(certificate, now)) return Standing.OUT_OF_DATE;
        if (!forDomain()) return Standing.OTHER_DOMAIN;
        return path.size() == 1 || leadsUp(now) ? Standing.GOOD : Standing.BROKEN_PATH;
    }

    /** Whether its key made this signature, with SHA-256 and RSA or ECDSA as the key is. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            var key = path.getFirst().getPublicKey();
            var verifier = Signature.getInstance(key instanceof RSAPublicKey ? "SHA256withRSA" : "SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature that is none
        }
    }

    public String pem() {
        var text = new StringBuilder();
        for (var certificate : path) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded(certificate)))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return "ProcessorCertificate[" + domain + "]";
    }

    private static boolean current(X509Certificate certificate, Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant())
                && !now.isAfter(certificate.getNotAfter().toInstant());
    }

    private boolean forDomain() {
        try {
            var names = path.getFirst().getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .filter(name -> name.get(0).equals(DNS_NAME))
                            .anyMatch(name -> covers(name.get(1).toString().toLowerCase(Locale.ROOT)));
        } catch (CertificateException e) {
            return false;
        }
    }

    /** RFC 6125 §6.4.3: a star stands for the whole first label and for nothing else. */
    private boolean covers(String name) {
        if (name.equals(domain)) return true;
        var dot = domain.indexOf('.');
        return name.startsWith("*.") && dot > 0 && name.substring(1).equals(domain.substring(dot));
    }

    /** PKIX (RFC 5280 §6). Revoking is taking the pin away: no list is asked, whose address the certificate would choose. */
    private boolean leadsUp(Instant now) {
        try {
            var rules = new PKIXParameters(Set.of(new TrustAnchor(path.getLast(), null)));
            rules.setRevocationEnabled(false);
            rules.setDate(Date.from(now));
            var below = CertificateFactory.getInstance("X.509").generateCertPath(path.subList(0, path.size() - 1));
            CertPathValidator.getInstance("PKIX").validate(below, rules);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static boolean strong(X509Certificate certificate) {
        return switch (certificate.getPublicKey()) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= 2048;
            case ECPublicKey curve -> curve.getParams().getOrder().bitLength() >= 256;
            default -> false;
        };
    }

    /** OpenDSR 2.0 §8: issued by somebody else, never by itself. */
    private static boolean selfSigned(List<X509Certificate> path) {
        var own = path.getFirst();
        return own.getSubjectX500Principal().equals(own.getIssuerX500Principal());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new IllegalStateException("it was read from its encoding", e);
        }
    }
}
