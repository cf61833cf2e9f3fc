package io.retrace.evidence.outsider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody else’s reading of the format: Jackson for JSON, another library for RFC 8785, and inclusion by the recursive
 * definition of RFC 9162 §2.1.3.1 turned round instead of the iterative steps of §2.1.3.2.
 */
public final class Outsider {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;
    private final byte[] keyId;
    private final byte[] key;
    private final Map<Long, String> roots = new HashMap<>();

    private Outsider(String verifierKey) throws Exception {
        var parts = verifierKey.split("\\+", 3);
        var typed = Base64.getDecoder().decode(parts[2]);
        require(typed.length == 33 && typed[0] == 1);
        name = parts[0];
        keyId = Arrays.copyOf(sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
        require(HexFormat.of().formatHex(keyId).equals(parts[1]));
        key = Arrays.copyOfRange(typed, 1, 33);
    }

    /** Whether the receipt is genuine for somebody who trusts this key. */
    public static boolean accepts(byte[] file, String verifierKey) {
        try {
            new Outsider(verifierKey).check(file);
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    private void check(byte[] file) throws Exception {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        var receipt = JSON.readTree(text);
        require(names(receipt).equals(List.of("evidence", "format", "statement")));
        require(receipt.get("format").asString().equals("retrace-receipt/v1"));
        var evidence = receipt.get("evidence");
        require(names(evidence).equals(List.of("body", "entry", "key", "proof", "salt")));
        var body = evidence.get("body");
        require(body.get("statement").asString().equals(hex(sha256(canonical(receipt.get("statement"))))));
        committed(evidence, "receipt-issued");
        var companies = receipt.get("statement").get("companies");
        for (var company : companies == null ? List.<JsonNode>of() : companies.values()) {
            var answer = company.get("evidence");
            if (answer == null) continue;
            require(answer.get("body")
                    .get("form")
                    .asString()
                    .equals(hex(sha256(canonical(company.get("attestation"))))));
            require(answer.get("body").get("request").equals(body.get("request")));
            committed(answer, "obligation-answered");
        }
    }

    private void committed(JsonNode evidence, String type) throws Exception {
        var bytes = evidence.get("entry").asString().getBytes(StandardCharsets.UTF_8);
        var entry = JSON.readTree(bytes);
        require(names(entry).equals(List.of("commitment", "time", "type", "v"))
                && Arrays.equals(canonical(entry), bytes));
        require(entry.get("v").asInt() == 1 && entry.get("type").asString().equals(type));
        require(evidence.get("body")
                .get("occurredAt")
                .asString()
                .startsWith(entry.get("time").asString().replace("Z", "")));
        var salt = HexFormat.of().parseHex(evidence.get("salt").asString());
        require(salt.length == 32);
        require(entry.get("commitment")
                .asString()
                .equals("sha256:" + hex(sha256(salt, canonical(evidence.get("body"))))));
        proved(bytes, evidence.get("proof").asString());
    }

    private void proved(byte[] entry, String proof) throws Exception {
        int middle = proof.indexOf("\n\n");
        var lines = new ArrayList<>(List.of(proof.substring(0, middle).split("\n")));
        require(lines.removeFirst().equals("c2sp.org/tlog-proof@v1"));
        if (lines.getFirst().startsWith("extra ")) lines.removeFirst();
        var index = lines.removeFirst().split(" ");
        require(index.length == 2 && index[0].equals("index") && index[1].matches("0|[1-9]\\d*"));
        var path = new ArrayList<byte[]>();
        for (var line : lines) path.add(hash(line));
        var checkpoint = opened(proof.substring(middle + 2)).split("\n");
        require(checkpoint[0].equals(name));
        long size = Long.parseLong(checkpoint[1]);
        var root = hash(checkpoint[2]);
        long at = Long.parseLong(index[1]);
        require(at < size && Arrays.equals(root(sha256(new byte[] {0}, entry), at, size, path), root));
        // one size, one root: two would be a fork
        require(roots.computeIfAbsent(size, unused -> hex(root)).equals(hex(root)));
    }

    /** MTH of a tree of which only one leaf and the siblings of its way up are known. */
    private static byte[] root(byte[] leaf, long index, long size, List<byte[]> path) throws Exception {
        if (size == 1) {
            require(path.isEmpty());
            return leaf;
        }
        long left = 1;
        while (left * 2 < size) left *= 2;
        var sibling = path.getLast();
        var below = path.subList(0, path.size() - 1);
        return index < left
                ? sha256(new byte[] {1}, root(leaf, index, left, below), sibling)
                : sha256(new byte[] {1}, sibling, root(leaf, index - left, size - left, below));
    }

    private String opened(String note) throws Exception {
        int end = note.lastIndexOf("\n\n");
        var text = note.substring(0, end + 1);
        boolean good = false;
        for (var line : note.substring(end + 2).split("\n")) {
            var parts = line.split(" ");
            require(parts.length == 3 && parts[0].equals("—"));
            var blob = Base64.getDecoder().decode(parts[2]);
            if (!parts[1].equals(name) || !Arrays.equals(Arrays.copyOf(blob, 4), keyId)) continue;
            var ed25519 = Signature.getInstance("Ed25519");
            var spki = HexFormat.of().parseHex("302a300506032b6570032100" + hex(key));
            ed25519.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            require(ed25519.verify(Arrays.copyOfRange(blob, 4, blob.length)));
            good = true;
        }
        require(good);
        return text;
    }

    private static byte[] hash(String base64) {
        var hash = Base64.getDecoder().decode(base64);
        require(hash.length == 32);
        return hash;
    }

    private static List<String> names(JsonNode object) {
        require(object.isObject());
        return object.propertyNames().stream().sorted().toList();
    }

    private static byte[] canonical(JsonNode json) throws Exception {
        return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        for (var part : parts) sha256.update(part);
        return sha256.digest();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void require(boolean holds) {
        if (!holds) throw new IllegalArgumentException("not genuine");
    }
}
