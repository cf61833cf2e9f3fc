package io.retrace.evidence;

import io.retrace.shared.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files made to part two readers: each may be good or bad, but never good for one and bad for the other. */
final class Hostile {

    private static final String NAME = "portal.example/retrace/log";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final ObjectNode genuine;
    private final String text;

    private Hostile(ObjectNode genuine) {
        this.genuine = genuine;
        this.text = genuine.toString();
    }

    /** Everything below, and so many of the genuine one with a byte changed somewhere. */
    static Map<String, byte[]> of(ObjectNode genuine, int changed) {
        var hostile = new Hostile(genuine);
        for (var forgery : Forgery.of(genuine)) hostile.files.put(forgery.what(), forgery.file());
        hostile.encodings();
        hostile.names();
        hostile.figures();
        hostile.depths();
        hostile.kinds();
        hostile.proofs();
        hostile.keys();
        hostile.changed(changed);
        return hostile.files;
    }

    private void encodings() {
        raw("a byte order mark", "\uFEFF" + text);
        files.put("UTF-16", text.getBytes(StandardCharsets.UTF_16));
        files.put("an overlong slash", new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
        files.put("a surrogate in UTF-8", new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
        raw("nothing", "");
        raw("a NUL at the end", text + "\0");
        raw("blanks around", "\r\n\t " + text + " \n");
        raw("a form feed before", "\f" + text);
        raw("a no-break space before", "\u00a0" + text);
        raw("a comment", text.replaceFirst("\\{", "{/**/"));
        raw("a line separator in a text", text.replace("Silent", "Silent\u2028"));
        raw("a raw tab in a text", text.replace("Silent", "Silent\t"));
        raw("DEL in a text", text.replace("Silent", "Silent\u007f"));
        raw("a lone surrogate", text.replace("Silent", "Silent\\ud800"));
        raw("a pair in the wrong order", text.replace("Silent", "Silent\\udc00\\ud800"));
        raw("a text spelled by escapes", text.replace("Silent", "\\u0053ilent"));
        raw("capital hexadecimal", text.replace("Silent", "\\u004Cilent"));
        raw("full-width digits in an escape", text.replace("Silent", "\\u\uff10\uff10\uff15\uff13ilent"));
    }

    private void names() {
        for (var name :
                List.of("__proto__", "constructor", "toString", "hasOwnProperty", "", "\\u0000", "\ud834\udd1e")) {
            raw("a member " + name, text.replaceFirst("\\{", "{\"" + name + "\":{},"));
            raw(
                    "a member of evidence " + name,
                    text.replace("\"evidence\":{\"salt\"", "\"evidence\":{\"" + name + "\":1,\"salt\""));
            raw(
                    "a member of the statement " + name,
                    text.replace("\"statement\":{", "\"statement\":{\"" + name + "\":1,"));
        }
        raw("a name twice, once by an escape", text.replaceFirst("\\{", "{\"form\\\\u0061t\":\"retrace-receipt/v1\","));
        raw("a name by an escape alone", text.replace("\"format\"", "\"form\\u0061t\""));
        raw(
                "a name of a company twice",
                text.replace("\"word\":\"silent\"", "\"word\":\"confirmed\",\"word\":\"silent\""));
        raw("a name of a body twice", text.replace("\"occurredAt\"", "\"occurredAt\":\"\",\"occurredAt\""));
    }

    private void figures() {
        for (var figure : List.of(
                "1e999",
                "-1e999",
                "1e-999",
                "9007199254740991",
                "9007199254740992",
                "-9007199254740993",
                "1" + "0".repeat(38),
                "1" + "0".repeat(60),
                "0." + "1".repeat(37),
                "0." + "1".repeat(60),
                "-0",
                "00",
                "+1",
                ".5",
                "5.",
                "1e",
                "0x10",
                "1_000",
                "Infinity",
                "NaN",
                "1e21",
                "1E21",
                "1000e18",
                "1" + "0".repeat(21) + ".0")) {
            raw("the figure " + figure, text.replaceFirst("1(\\.0)?[eE]\\+?21", figure));
        }
    }

    private void depths() {
        for (int depth : new int[] {10, 60, 61, 62, 63, 64, 65, 100_000}) {
            var nested = "[".repeat(depth) + "]".repeat(depth);
            raw(depth + " deep", nested);
            raw(
                    depth + " deep in the statement",
                    text.replace("\"statement\":{", "\"statement\":{\"a\":" + nested + ","));
            raw(depth + " deep and never closed", "{\"a\":".repeat(depth));
        }
    }

    private void kinds() {
        for (var member : List.of("format", "statement", "evidence")) {
            for (var other : List.of("null", "1", "\"\"", "[]", "{}", "true")) {
                edited(member + " is " + other, receipt -> receipt.set(member, node(other)));
            }
        }
        for (var member : List.of("salt", "body", "entry", "proof", "key")) {
            for (var other : List.of("null", "1", "\"\"", "[]", "{}")) {
                edited(
                        "evidence." + member + " is " + other,
                        r -> ((ObjectNode) r.get("evidence")).set(member, node(other)));
            }
        }
        for (var entry : List.of(
                "{}",
                "[]",
                "1",
                "",
                "{\"commitment\":1,\"time\":1,\"type\":1,\"v\":1}",
                "{\"commitment\":\"\",\"time\":\"\",\"type\":\"\",\"v\":1.0}",
                "{\"commitment\":\"\",\"time\":\"\",\"type\":\"\",\"v\":\"1\"}")) {
            edited("the entry " + entry, r -> ((ObjectNode) r.get("evidence")).put("entry", entry));
        }
        for (var companies : List.of("{}", "null", "[null]", "[[]]", "[{\"evidence\":null}]", "[{\"evidence\":{}}]")) {
            edited(
                    "companies are " + companies,
                    r -> ((ObjectNode) r.get("statement")).set("companies", node(companies)));
        }
    }

    private void proofs() {
        for (var index : List.of(
                "-1",
                "+9",
                " 9",
                "9 ",
                "999999999999999999",
                "1000000000000000000",
                "9".repeat(40),
                "09",
                "0x9",
                "\u0669",
                "")) {
            proof("the index " + index, proof -> proof.replace("index 9\n", "index " + index + "\n"));
        }
        for (var extra : List.of("", "!", "AAAA", "AAA", "AAAB\nextra AAAA")) {
            proof("extra " + extra, proof -> proof.replace("index", "extra " + extra + "\nindex"));
        }
        proof("lines that end in two characters", proof -> proof.replace("\n", "\r\n"));
        proof("a byte order mark in the proof", proof -> "\uFEFF" + proof);
        proof("a path beyond any tree", proof -> proof.replace("index 9\n", "index 9\n" + (hash(0) + "\n").repeat(60)));
        for (var size : List.of("0", "1", "9", "10", "11", "13", "012", "-12", "999999999999999999", "9".repeat(19))) {
            proof("a checkpoint of size " + size, proof -> proof.replace("\n12\n", "\n" + size + "\n"));
        }
        proof("a fourth line in the checkpoint", proof -> proof.replace("\n\n\u2014", "\nmore\n\n\u2014"));
        proof("no line feed at the end", String::strip);
        proof("an empty line at the end", proof -> proof + "\n");
        proof("its signature twice", proof -> proof + proof.substring(proof.lastIndexOf("\u2014")));
        proof(
                "a signature of somebody else before",
                proof -> proof.replace("\n\n\u2014", "\n\n\u2014 other.example AAAAAAA=\n\u2014"));
        proof("a signature without bytes", proof -> proof + "\u2014 other.example AAAAAA==\n");
        proof("a name with a no-break space", proof -> proof + "\u2014 other\u00a0example AAAAAAA=\n");
        proof("a name with a byte order mark", proof -> proof + "\u2014 other\ufeffexample AAAAAAA=\n");
        proof("a name with a next line", proof -> proof + "\u2014 other\u0085example AAAAAAA=\n");
        for (int signatures : new int[] {62, 63, 64}) {
            proof(
                    signatures + " signatures of others",
                    proof -> proof + "\u2014 other.example AAAAAAA=\n".repeat(signatures));
        }
        proof("a hyphen instead of a dash", proof -> proof.replace('\u2014', '-'));
        proof("another origin", proof -> proof.replace(NAME + "\n", "other.example/log\n"));
    }

    private void keys() {
        for (var around : List.of(" ", "\n", "\t", "\u00a0", "\ufeff", "\u2003")) {
            edited(
                    "a key after '" + Integer.toHexString(around.charAt(0)) + "'",
                    r -> ((ObjectNode) r.get("evidence"))
                            .put("key", around + r.get("evidence").get("key").asString()));
        }
        // points of small order: under them a signature can be made up for any text
        for (var point : List.of(
                "01" + "00".repeat(31),
                "00".repeat(32),
                "ec" + "ff".repeat(30) + "7f",
                "00".repeat(31) + "80",
                "01" + "00".repeat(30) + "80",
                "ee" + "ff".repeat(30) + "7f",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "ff".repeat(32))) {
            for (var r : List.of(point, "01" + "00".repeat(31), "00".repeat(32)))
                edited("the key " + point + ", signed by " + r, receipt -> small(receipt, point, r));
        }
    }

    /** A log of one entry that says whatever one likes, under a key that would let anybody sign. */
    private static void small(ObjectNode receipt, String point, String r) {
        var key = concat(new byte[] {1}, HexFormat.of().parseHex(point));
        var id = HexFormat.of().formatHex(Sha256.of(utf8(NAME + "\n"), key).bytes(), 0, 4);
        var evidence = (ObjectNode) receipt.get("evidence");
        var statement = receipt.putObject("statement").put("outcome", "done");
        var body = (ObjectNode) evidence.get("body");
        body.put("statement", KeptReceipt.digest(statement).toString());
        var salt = HexFormat.of().parseHex(evidence.get("salt").asString());
        var entry = evidence.get("entry")
                .asString()
                .replaceFirst("sha256:[0-9a-f]{64}", "sha256:" + Sha256.of(salt, KeptReceipt.canonical(body)));
        var root = base64(Sha256.of(new byte[1], utf8(entry)).bytes());
        var signature = base64(concat(HexFormat.of().parseHex(id + r), new byte[32]));
        evidence.put("entry", entry).put("key", NAME + "+" + id + "+" + base64(key));
        evidence.put(
                "proof",
                "c2sp.org/tlog-proof@v1\nindex 0\n\n" + NAME + "\n1\n" + root + "\n\n\u2014 " + NAME + " " + signature
                        + "\n");
    }

    private void changed(int times) {
        var random = new Random(8785);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            var copy = bytes.clone();
            int at = random.nextInt(copy.length);
            copy[at] = (byte) (i % 2 == 0 ? copy[at] ^ 1 << random.nextInt(7) : 0x20 + random.nextInt(0x5f));
            files.put("byte " + at + " is " + copy[at] + ", " + i, copy);
        }
    }

    private void raw(String what, String file) {
        files.put(what, utf8(file));
    }

    private void edited(String what, Consumer<ObjectNode> edit) {
        var copy = genuine.deepCopy();
        edit.accept(copy);
        raw(what, copy.toString());
    }

    private void proof(String what, UnaryOperator<String> edit) {
        edited(
                what,
                r -> ((ObjectNode) r.get("evidence"))
                        .put("proof", edit.apply(r.get("evidence").get("proof").asString())));
    }

    private static JsonNode node(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String hash(int n) {
        return base64(Sha256.of(BigInteger.valueOf(n).toByteArray()).bytes());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        var whole = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, whole, one.length, other.length);
        return whole;
    }
}
