package io.retrace.evidence;

import io.retrace.evidence.verify.Flaw;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** A receipt that somebody bettered, and the step at which it must be found out. */
record Forgery(String what, byte[] file, Flaw flaw) {

    /** Every way to be wrong that a file can have, each made from the genuine one. */
    static List<Forgery> of(ObjectNode genuine) {
        var all = new ArrayList<Forgery>();
        statement(genuine, all);
        entry(genuine, all);
        path(genuine, all);
        checkpoint(genuine, all);
        shape(genuine, all);
        return all;
    }

    private static void statement(ObjectNode genuine, List<Forgery> all) {
        all.add(edited(
                genuine,
                "a word of the statement",
                Flaw.STATEMENT,
                r -> statement(r).put("outcome", "done")));
        all.add(edited(
                genuine,
                "something said in addition",
                Flaw.STATEMENT,
                r -> statement(r).put("also", "")));
        all.add(edited(
                genuine,
                "a company left out",
                Flaw.STATEMENT,
                r -> statement(r).withArray("companies").remove(0)));
        all.add(edited(genuine, "companies in another order", Flaw.STATEMENT, r -> {
            var companies = statement(r).withArray("companies");
            companies.add(companies.remove(0));
        }));
        all.add(edited(
                genuine,
                "what a company declared",
                Flaw.STATEMENT,
                r -> ((ObjectNode) statement(r).withArray("companies").get(1).get("attestation"))
                        .put("outcome", "NOTHING_HELD")));
        all.add(edited(genuine, "statement and its digest", Flaw.COMMITMENT, r -> {
            statement(r).put("outcome", "done");
            body(r).put("statement", KeptReceipt.digest(r.get("statement")).toString());
        }));
    }

    private static void entry(ObjectNode genuine, List<Forgery> all) {
        all.add(edited(genuine, "one bit of the salt", Flaw.COMMITMENT, r -> text(r, "salt", Forgery::flipped)));
        all.add(edited(
                genuine,
                "another request in the body",
                Flaw.COMMITMENT,
                r -> body(r).put("request", UUID.randomUUID().toString())));
        all.add(edited(genuine, "statement, digest and commitment", Flaw.INCLUSION, r -> {
            statement(r).put("outcome", "done");
            body(r).put("statement", KeptReceipt.digest(r.get("statement")).toString());
            var salt = HexFormat.of().parseHex(evidence(r).get("salt").asString());
            var commitment = Sha256.of(salt, KeptReceipt.canonical(body(r)));
            text(r, "entry", entry -> entry.replaceFirst("sha256:[0-9a-f]{64}", "sha256:" + commitment));
        }));
        all.add(edited(
                genuine,
                "the time of the entry",
                Flaw.OTHER_ENTRY,
                r -> text(r, "entry", entry -> entry.replace("T12:00:00Z", "T12:00:01Z"))));
        all.add(edited(
                genuine,
                "the kind of the entry",
                Flaw.OTHER_ENTRY,
                r -> text(r, "entry", entry -> entry.replace("receipt-issued", "request-settled"))));
        all.add(edited(
                genuine, "a blank in the entry", Flaw.ENTRY, r -> text(r, "entry", entry -> entry.replace(",", ", "))));
        all.add(edited(
                genuine,
                "a member more in the entry",
                Flaw.ENTRY,
                r -> text(r, "entry", entry -> entry.replace("\"v\":1", "\"v\":1,\"w\":1"))));
        all.add(edited(
                genuine,
                "the evidence of its company as its own",
                Flaw.INCOMPLETE,
                r -> r.set(
                        "evidence",
                        statement(r)
                                .withArray("companies")
                                .get(1)
                                .get("evidence")
                                .deepCopy())));
    }

    private static void path(ObjectNode genuine, List<Forgery> all) {
        all.add(proof(genuine, "the next index", Flaw.INCLUSION, lines -> lines.set(1, "index " + (index(lines) + 1))));
        all.add(proof(
                genuine, "the index before", Flaw.INCLUSION, lines -> lines.set(1, "index " + (index(lines) - 1))));
        all.add(proof(genuine, "an index beyond the tree", Flaw.INCLUSION, lines -> lines.set(1, "index 4096")));
        all.add(proof(genuine, "a bit of the path", Flaw.INCLUSION, lines -> lines.set(2, flipped(lines.get(2)))));
        all.add(proof(genuine, "a step deleted", Flaw.INCLUSION, lines -> lines.remove(3)));
        all.add(proof(genuine, "a step inserted", Flaw.INCLUSION, lines -> lines.add(2, lines.get(2))));
        all.add(proof(genuine, "two steps in another order", Flaw.INCLUSION, lines -> lines.add(2, lines.remove(3))));
        all.add(proof(genuine, "a step that is no hash", Flaw.PROOF, lines -> lines.set(2, "AAAA")));
        all.add(proof(
                genuine, "an index with a leading zero", Flaw.PROOF, lines -> lines.set(1, "index 0" + index(lines))));
        all.add(proof(
                genuine, "another version of proofs", Flaw.PROOF, lines -> lines.set(0, "c2sp.org/tlog-proof@v2")));
        all.add(edited(
                genuine,
                "a truncated proof",
                Flaw.PROOF,
                r -> text(r, "proof", proof -> proof.substring(0, proof.indexOf("\n\n")))));
    }

    private static void checkpoint(ObjectNode genuine, List<Forgery> all) {
        all.add(proof(genuine, "a larger size", Flaw.SIGNATURE, lines -> {
            int size = lines.indexOf("") + 2;
            lines.set(size, Long.toString(Long.parseLong(lines.get(size)) + 1));
        }));
        all.add(proof(genuine, "another root", Flaw.SIGNATURE, lines -> {
            int root = lines.indexOf("") + 3;
            lines.set(root, flipped(lines.get(root)));
        }));
        all.add(proof(
                genuine,
                "another origin",
                Flaw.OTHER_LOG,
                lines -> lines.set(lines.indexOf("") + 1, "other.example/log")));
        all.add(proof(genuine, "a bit of the signature", Flaw.SIGNATURE, lines -> {
            int signature = lines.size() - 2;
            var line = lines.get(signature);
            int middle = line.length() - 20;
            lines.set(signature, line.substring(0, middle) + flipped(line.substring(middle)));
        }));
        all.add(proof(
                genuine,
                "no signature",
                Flaw.SIGNATURE,
                lines -> lines.subList(lines.size() - 2, lines.size()).clear()));
        all.add(edited(
                genuine,
                "the key of somebody else",
                Flaw.SIGNATURE,
                r -> evidence(r).put("key", EvidenceFixture.keyOfSomebodyElse("portal.example/retrace/log"))));
        all.add(edited(genuine, "a key that is none", Flaw.KEY, r -> text(r, "key", key -> key.replace("+", "-"))));
    }

    private static void shape(ObjectNode genuine, List<Forgery> all) {
        var text = genuine.toString();
        all.add(raw(
                "a promise beside the statement", text.replaceFirst("\\{", "{\"all\":\"deleted\","), Flaw.UNCOVERED));
        all.add(raw("the statement said twice", twice(text), Flaw.NOT_JSON));
        all.add(raw("something after the end", text + "{}", Flaw.NOT_JSON));
        all.add(raw("an end that is missing", text.substring(0, text.length() - 1), Flaw.NOT_JSON));
        all.add(raw("a later format", text.replace("receipt/v1", "receipt/v2"), Flaw.NOT_A_RECEIPT));
        all.add(edited(genuine, "no salt", Flaw.INCOMPLETE, r -> evidence(r).remove("salt")));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[text.indexOf("Silent")] = (byte) 0xff;
        all.add(new Forgery("bytes that are no UTF-8", bytes, Flaw.NOT_UTF8));
    }

    private static String twice(String text) {
        return text.replaceFirst("\"statement\":\\{", "\"statement\":{\"outcome\":\"done\"},\"statement\":{");
    }

    private static Forgery edited(ObjectNode genuine, String what, Flaw flaw, Consumer<ObjectNode> edit) {
        var copy = genuine.deepCopy();
        edit.accept(copy);
        return raw(what, copy.toString(), flaw);
    }

    private static Forgery proof(ObjectNode genuine, String what, Flaw flaw, Consumer<List<String>> edit) {
        return edited(
                genuine,
                what,
                flaw,
                r -> text(r, "proof", proof -> {
                    var lines = new ArrayList<>(List.of(proof.split("\n", -1)));
                    edit.accept(lines);
                    return String.join("\n", lines);
                }));
    }

    private static Forgery raw(String what, String text, Flaw flaw) {
        return new Forgery(what, text.getBytes(StandardCharsets.UTF_8), flaw);
    }

    private static void text(ObjectNode receipt, String member, UnaryOperator<String> edit) {
        evidence(receipt).put(member, edit.apply(evidence(receipt).get(member).asString()));
    }

    private static ObjectNode statement(ObjectNode receipt) {
        return (ObjectNode) receipt.get("statement");
    }

    private static ObjectNode evidence(ObjectNode receipt) {
        return (ObjectNode) receipt.get("evidence");
    }

    private static ObjectNode body(ObjectNode receipt) {
        return (ObjectNode) evidence(receipt).get("body");
    }

    private static long index(List<String> lines) {
        return Long.parseLong(lines.get(1).substring("index ".length()));
    }

    /** The first character by another of the same alphabet, be it hexadecimal or Base64. */
    private static String flipped(String text) {
        return (text.charAt(0) == '0' ? '1' : '0') + text.substring(1);
    }

    @Override
    public String toString() {
        return what;
    }
}
