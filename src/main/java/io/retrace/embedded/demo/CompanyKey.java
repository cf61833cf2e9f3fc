package io.retrace.embedded.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The key that a company signs its answers with, made once and kept in the demo’s folder; Lumen Vision has one. */
final class CompanyKey {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private static final Pattern ANSWER =
            Pattern.compile("/api/v1/obligations/([^/]+)/(?:attestations|copy-answers|onward)");

    private final String publicKey;
    private final PrivateKey privateKey;

    private CompanyKey(String publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    static Optional<CompanyKey> of(String slug, Path directory) {
        if (!slug.equals(DemoCompany.LUMEN_VISION.slug())) return Optional.empty();
        try {
            var file = directory.resolve("signing-" + slug + ".key");
            create(file);
            var lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            var key = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1)));
            return Optional.of(new CompanyKey(
                    lines.get(0), KeyFactory.getInstance("Ed25519").generatePrivate(key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the registry takes it. */
    Map<String, String> jwk() {
        return Map.of("kty", "OKP", "crv", "Ed25519", "x", publicKey);
    }

    /** What vouches for a call, if it is an answer. */
    Optional<String> over(String path, byte[] body) {
        var answer = ANSWER.matcher(path);
        return answer.matches() ? Optional.of(jws(answer.group(1), body)) : Optional.empty();
    }

    /** A detached JWS over these bytes (RFC 7797) that says which obligation they answer. */
    private String jws(String obligation, byte[] body) {
        var header = URL.encodeToString(
                ("{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"],\"sub\":\"" + obligation + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(privateKey);
            signer.update((header + ".").getBytes(StandardCharsets.US_ASCII));
            signer.update(body);
            return header + ".." + URL.encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The seeder and the companies start side by side: whoever is first makes it. */
    private static void create(Path file) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) return;
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var encoded = pair.getPublic().getEncoded();
        Files.createDirectories(file.getParent());
        var whole = Files.createTempFile(file.getParent(), "signing", ".tmp"); // readable by its owner only
        Files.write(
                whole,
                List.of(
                        URL.encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)),
                        Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())),
                StandardOpenOption.TRUNCATE_EXISTING);
        try {
            Files.createLink(file, whole); // never half a file, never a second one
        } catch (FileAlreadyExistsException another) {
            // the other process was first
        } finally {
            Files.delete(whole);
        }
    }
}
