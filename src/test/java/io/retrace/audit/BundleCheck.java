package io.retrace.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a bundle as its README says, from the bytes of the ZIP and the specifications alone: nothing of ours is called.
 * What is wrong is an {@link AssertionError} that names the step.
 */
public final class BundleCheck {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    public BundleCheck(byte[] zip) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(files.put(entry.getName(), in.readAllBytes()))
                        .as("a second %s", entry.getName())
                        .isNull();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    public byte[] bytes(String path) {
        var bytes = files.get(path);
        if (bytes == null) throw new AssertionError("there is no " + path);
        return bytes;
    }

    public Set<String> paths() {
        return files.keySet();
    }

    public JsonNode json(String path) {
        return JSON.readTree(text(path));
    }

    /** Everything in it, as one text to look for things that must not be there. */
    public String everything() {
        var all = new StringBuilder();
        files.forEach((path, bytes) -> all.append(path).append('\n').append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString();
    }

    /** Steps 1 to 5 and 7, under a key that the checker has from elsewhere. */
    public void all(String verifierKey) {
        manifest();
        declarations();
        signatures();
        var root = checkpoint(verifierKey);
        for (var leaf : json("evidence/leaves.json")) {
            var content = json(leaf.get("files").get(0).asString());
            if (leaf.get("opened").asBoolean()) opens(content);
            included(content, leaf.get("position").asLong(), root);
            assertThat(content.get("proof").asString())
                    .isEqualTo(text(leaf.get("files").get(1).asString()));
        }
    }

    public void manifest() {
        var listed = new TreeSet<String>();
        for (var file : json("manifest.json").get("files")) {
            var path = file.get("path").asString();
            listed.add(path);
            assertThat(files).containsKey(path);
            assertThat(sha256(bytes(path)))
                    .as("digest of %s", path)
                    .isEqualTo(file.get("sha256").asString());
            assertThat(bytes(path)).hasSize(file.get("bytes").asInt());
        }
        listed.add("manifest.json");
        assertThat(listed).isEqualTo(files.keySet());
    }

    /** Each declaration that was not changed is the one that a leaf committed to. */
    public void declarations() {
        var committed = new ArrayList<String>();
        for (var leaf : json("evidence/leaves.json")) {
            if (leaf.get("type").asString().equals("obligation-answered")
                    && leaf.get("opened").asBoolean()) {
                committed.add(json(leaf.get("files").get(0).asString())
                        .get("body")
                        .get("form")
                        .asString());
            }
        }
        for (var said : json("attestations.json")) {
            assertThat(committed)
                    .as("digests that leaves commit to")
                    .contains(said.get("sha256").asString());
            if (said.get("verbatim").asBoolean()) {
                assertThat(sha256(bytes(said.get("file").asString())))
                        .as("digest of %s", said.get("file"))
                        .isEqualTo(said.get("sha256").asString());
            }
        }
    }

    /** Each signature holds over the bytes beside it; what may not be shown has its digest. */
    public void signatures() {
        for (var block : json("signatures.json")) {
            assertThat(block.get("verdict").asString()).isEqualTo("good");
            assertThat(json("attestations.json").findValuesAsString("sha256"))
                    .contains(block.get("attestation_sha256").asString());
            if (!block.get("withheld").asBoolean())
                signed(block, block.get("files").asString());
        }
    }

    private void signed(JsonNode block, String path) {
        var signed = bytes(path + ".signed");
        var pem = text(path + ".pem").lines().toList().get(1);
        var key = Arrays.copyOfRange(Base64.getDecoder().decode(pem), 12, 44);
        assertThat(ed25519(key, signed, bytes(path + ".sig")))
                .as("signature of %s", path)
                .isTrue();
        assertThat(Base64.getDecoder().decode(block.get("public_key").asString()))
                .isEqualTo(key);
        assertThat(sha256(signed)).isEqualTo(block.get("signed_sha256").asString());
        var text = new String(signed, StandardCharsets.UTF_8);
        if (block.get("kind").asString().equals("countersignature")) {
            var bound = JSON.readTree(text);
            assertThat(bound.path("attestation")
                            .asString(bound.path("copy_answer").asString()))
                    .isEqualTo("sha256:" + block.get("attestation_sha256").asString());
        } else {
            var message = text.substring(text.indexOf('{')).getBytes(StandardCharsets.UTF_8);
            assertThat(sha256(message)).isEqualTo(block.get("message_sha256").asString());
            assertThat(json("answers.json").findValuesAsString("sha256")).contains(sha256(message));
        }
    }

    private static void opens(JsonNode content) {
        try {
            var body = new JsonCanonicalizer(JSON.writeValueAsString(content.get("body"))).getEncodedUTF8();
            var salted = sha256(HEX.parseHex(content.get("salt").asString()), body);
            assertThat(JSON.readTree(content.get("entry").asString())
                            .get("commitment")
                            .asString())
                    .as("commitment")
                    .isEqualTo("sha256:" + salted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Root(long size, byte[] hash, String note) {}

    /** C2SP signed-note and tlog-checkpoint. */
    private Root checkpoint(String verifierKey) {
        assertThat(text("evidence/verifier-key.txt").strip()).isEqualTo(verifierKey);
        var note = text("evidence/checkpoint.txt");
        var parts = note.split("\n\n", 2);
        var signed = parts[0] + "\n";
        var key = verifierKey.split("\\+", 3);
        var raw = Base64.getDecoder().decode(key[2]);
        var signatureLine = parts[1].strip().split(" ");
        var blob = Base64.getDecoder().decode(signatureLine[2]);
        assertThat(signatureLine[1]).isEqualTo(key[0]);
        assertThat(HEX.formatHex(blob, 0, 4)).as("key id").isEqualTo(key[1]);
        assertThat(ed25519(
                        Arrays.copyOfRange(raw, 1, 33),
                        signed.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(blob, 4, 68)))
                .as("signature of the checkpoint")
                .isTrue();
        var lines = signed.split("\n");
        assertThat(lines[0]).as("origin").isEqualTo(key[0]);
        return new Root(Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]), note);
    }

    /** RFC 9162 §2.1.3.2, recursively from the definition of the tree (§2.1.1), so that it shares no step with ours. */
    private static void included(JsonNode content, long position, Root root) {
        var proof = content.get("proof").asString();
        var head = proof.substring(0, proof.indexOf("\n\n"));
        assertThat(proof.substring(proof.indexOf("\n\n") + 2))
                .as("checkpoint in the proof")
                .isEqualTo(root.note);
        var lines = head.split("\n");
        assertThat(lines[0]).isEqualTo("c2sp.org/tlog-proof@v1");
        assertThat(lines[1]).isEqualTo("index " + position);
        List<byte[]> path = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) path.add(Base64.getDecoder().decode(lines[i]));
        var leaf = digest(new byte[] {0}, content.get("entry").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(rootOf(leaf, position, root.size, path))
                .as("root over leaf %s", position)
                .isEqualTo(root.hash);
    }

    private static byte[] rootOf(byte[] hash, long index, long size, List<byte[]> path) {
        if (size == 1) {
            assertThat(path).as("what is left of the path").isEmpty();
            return hash;
        }
        assertThat(path).as("path").isNotEmpty();
        long left = Long.highestOneBit(size - 1);
        var sibling = path.getLast();
        var below = path.subList(0, path.size() - 1);
        return index < left
                ? digest(new byte[] {1}, rootOf(hash, index, left, below), sibling)
                : digest(new byte[] {1}, sibling, rootOf(hash, index - left, size - left, below));
    }

    private static boolean ed25519(byte[] publicKey, byte[] text, byte[] signature) {
        try {
            var prefix = HEX.parseHex("302a300506032b6570032100");
            var encoded = ByteBuffer.allocate(44).put(prefix).put(publicKey).array();
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(byte[]... parts) {
        return "%064x".formatted(new BigInteger(1, digest(parts)));
    }

    private static byte[] digest(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
