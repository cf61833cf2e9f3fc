package io.retrace.embedded.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What a company signs its OpenDSR answers with: made once by the JDK’s keytool and kept in the demo’s folder. */
final class CompanyCertificate {

    private static final char[] PASSWORD = "only-in-the-demo".toCharArray();

    private final String domain;
    private final Certificate[] path;
    private final PrivateKey key;

    private CompanyCertificate(String domain, Certificate[] path, PrivateKey key) {
        this.domain = domain;
        this.path = path;
        this.key = key;
    }

    static CompanyCertificate of(DemoCompany company, Path directory) {
        var domain = "opendsr." + company.slug() + ".example";
        var file = directory.resolve("opendsr-" + company.slug() + ".p12");
        try {
            if (!Files.exists(file)) create(domain, file);
            var keys = KeyStore.getInstance(file.toFile(), PASSWORD);
            return new CompanyCertificate(
                    domain, keys.getCertificateChain("own"), (PrivateKey) keys.getKey("own", PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String domain() {
        return domain;
    }

    /** Where it would be found. Nobody fetches it: it is pinned, and its address is compared. */
    String url() {
        return "https://" + domain + "/certificate.pem";
    }

    /** Its own certificate, then that of the authority that issued it. */
    String pem() {
        var text = new StringBuilder();
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        try {
            for (var certificate : path) {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(lines.encodeToString(certificate.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            }
            return text.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String sign(byte[] body) {
        try {
            var signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(key);
            signer.update(body);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The seeder and the companies start side by side: whoever is first makes it. */
    private static void create(String domain, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        var folder = Files.createTempDirectory(file.getParent(), "certificate"); // readable by its owner only
        var whole = folder.resolve("keys.p12");
        keytool(whole, "authority", "CN=Demo authority", "-ext", "bc:c");
        keytool(whole, "own", "CN=" + domain, "-ext", "SAN=dns:" + domain, "-signer", "authority");
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            // the other process was first
        } finally {
            Files.delete(whole);
            Files.delete(folder);
        }
    }

    private static void keytool(Path store, String alias, String name, String... more) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = new ArrayList<>(List.of(tool, "-genkeypair", "-keystore", store.toString()));
        command.addAll(List.of("-storepass", new String(PASSWORD), "-alias", alias, "-dname", name));
        command.addAll(List.of("-keyalg", "RSA", "-validity", "3650"));
        command.addAll(List.of(more));
        try {
            var made = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (made.waitFor() != 0) throw new IOException("keytool made no certificate");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
