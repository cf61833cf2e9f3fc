package io.retrace.delivery.opendsr;

import io.retrace.partners.ProcessorCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A processor’s key and the certificates above it, made by the JDK’s keytool as it is needed. */
public record ProcessorKeys(String domain, List<X509Certificate> path, PrivateKey key) {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static @Nullable ProcessorKeys usual;

    /** One for all tests that need any. */
    public static synchronized ProcessorKeys usual() {
        if (usual == null) usual = made("opendsr.lumen.example", "RSA");
        return usual;
    }

    /** From an authority of its own; valid from 1 November 2026 for a hundred years. */
    static ProcessorKeys made(String domain, String algorithm) {
        try {
            var store = Files.createTempDirectory("keys").resolve("keys.p12");
            keytool(store, "ca", "CN=Test authority " + algorithm, algorithm, "-ext", "bc:c");
            keytool(store, "own", "CN=" + domain, algorithm, "-ext", "SAN=dns:" + domain, "-signer", "ca");
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
            var path = Arrays.stream(keys.getCertificateChain("own"))
                    .map(X509Certificate.class::cast)
                    .toList();
            return new ProcessorKeys(domain, path, (PrivateKey) keys.getKey("own", PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public ProcessorCertificate certificate() {
        return new ProcessorCertificate(domain, path);
    }

    public String sign(byte[] body) {
        try {
            var signer = Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signer.initSign(key);
            signer.update(body);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String alias, String name, String algorithm, String... more)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                algorithm,
                "-startdate",
                "2026/11/01 00:00:00",
                "-validity",
                "36500"));
        command.addAll(List.of(more));
        try {
            if (new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    != 0) throw new IllegalStateException(alias);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
