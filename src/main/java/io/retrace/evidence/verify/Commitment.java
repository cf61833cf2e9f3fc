package io.retrace.evidence.verify;

import io.retrace.evidence.merkle.Checkpoint;
import io.retrace.evidence.merkle.LogProof;
import io.retrace.evidence.merkle.MerkleHash;
import io.retrace.evidence.merkle.MerkleProof;
import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.evidence.verify.Json.Figure;
import io.retrace.evidence.verify.Json.Members;
import io.retrace.evidence.verify.Verdict.Proved;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One {@code evidence} object: what was committed to, the entry that did it, and the proof that the entry is in the log. */
record Commitment(String salt, Member body, String entry, String proof) {

    private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8})(?:\\.[0-9]{1,9})?Z");
    private static final Set<String> ENTRY = Set.of("commitment", "time", "type", "v");

    static Commitment in(Member evidence) throws ReceiptRefused {
        var salt = evidence.text("salt");
        if (!SALT.matcher(salt).matches()) throw evidence.missing("salt");
        return new Commitment(salt, evidence.object("body"), evidence.text("entry"), evidence.text("proof"));
    }

    /** Checks all but that the body is about what it is shown with; {@code type} is the kind of event it must be. */
    Proved prove(String type, VerifierKey key) throws ReceiptRefused {
        var bytes = entry.getBytes(StandardCharsets.UTF_8);
        var opened = entry(bytes);
        var committed = digest(HexFormat.of().parseHex(salt), CanonicalJson.of(body.parent()));
        if (!opened.text("commitment").equals("sha256:" + committed)) throw new ReceiptRefused(Flaw.COMMITMENT);
        var time = TIME.matcher(body.text("occurredAt"));
        if (!opened.text("type").equals(type)
                || !time.matches()
                || !opened.text("time").equals(time.group(1) + "Z")) {
            throw new ReceiptRefused(Flaw.OTHER_ENTRY);
        }
        return prove(bytes, opened.text("time"), proof, key);
    }

    private static Member entry(byte[] bytes) throws ReceiptRefused {
        try {
            if (StrictJson.read(bytes) instanceof Members members
                    && members.byName().keySet().equals(ENTRY)
                    && members.byName().get("v") instanceof Figure version
                    && version.value() == 1
                    && Arrays.equals(CanonicalJson.of(members), bytes)) return new Member("evidence.entry", members);
        } catch (ReceiptRefused unreadable) {
            throw new ReceiptRefused(Flaw.ENTRY); // where in the entry would help nobody
        }
        throw new ReceiptRefused(Flaw.ENTRY);
    }

    /** That these bytes are an entry of the log with this key. */
    static Proved prove(byte[] entry, String time, String proof, VerifierKey key) throws ReceiptRefused {
        var parsed = parse(proof);
        if (!parsed.checkpoint().startsWith(key.name() + "\n")) throw new ReceiptRefused(Flaw.OTHER_LOG, key.name());
        var checkpoint = open(parsed, key);
        if (!MerkleProof.includes(
                MerkleHash.leaf(entry), parsed.index(), checkpoint.size(), parsed.path(), checkpoint.root())) {
            throw new ReceiptRefused(Flaw.INCLUSION);
        }
        return new Proved(parsed.index(), time, checkpoint);
    }

    private static LogProof parse(String proof) throws ReceiptRefused {
        try {
            return LogProof.parse(proof);
        } catch (VerificationException e) {
            throw new ReceiptRefused(Flaw.PROOF);
        }
    }

    private static Checkpoint open(LogProof proof, VerifierKey key) throws ReceiptRefused {
        try {
            return Checkpoint.open(proof.checkpoint(), key.name(), List.of(key));
        } catch (VerificationException e) {
            throw new ReceiptRefused(Flaw.SIGNATURE);
        }
    }

    /** SHA-256 of the parts one after the other, in lower-case hexadecimal digits. */
    static String digest(byte[]... parts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (var part : parts) sha256.update(part);
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
