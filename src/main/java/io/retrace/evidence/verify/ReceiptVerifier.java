package io.retrace.evidence.verify;

import io.retrace.evidence.merkle.VerificationException;
import io.retrace.evidence.merkle.VerifierKey;
import io.retrace.evidence.verify.Json.Members;
import io.retrace.evidence.verify.Verdict.Proved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks a receipt of format {@code retrace-receipt/v1}: that its statement is, byte for byte in canonical form, what an entry
 * of the log committed to, and that this entry is in the log. It says nothing about who asked for the receipt.
 */
public final class ReceiptVerifier {

    /** The format that this verifier knows. */
    public static final String FORMAT = "retrace-receipt/v1";

    private static final String RECEIPT = "receipt-issued";
    private static final String ANSWER = "obligation-answered";

    private ReceiptVerifier() {}

    /**
     * @param file the receipt, as it was handed out
     * @param key the log’s verifier key from elsewhere, or {@code null} to take the one in the file
     */
    public static Verdict verify(byte[] file, @Nullable String key) throws ReceiptRefused {
        var receipt = receipt(file);
        var evidence = receipt.object("evidence");
        var trusted = key(key == null ? evidence.text("key") : key.strip());
        var statement = receipt.object("statement");
        var committed = Commitment.in(evidence);
        if (!committed.body().text("statement").equals(Commitment.digest(CanonicalJson.of(statement.parent())))) {
            throw new ReceiptRefused(Flaw.STATEMENT);
        }
        var proved = committed.prove(RECEIPT, trusted);
        var request = committed.body().text("request");
        var companies = statement.elements("companies");
        var answers = new ArrayList<Proved>();
        for (int i = 0; i < companies.size(); i++) answer(companies.get(i), i, request, trusted, answers);
        refuseFork(Stream.concat(Stream.of(proved), answers.stream()).toList());
        return new Verdict(trusted, key != null, proved, answers, companies.size());
    }

    /** Checks a bare tlog-proof: that {@code leaf} is an entry of the log with this key. */
    public static Proved verifyProof(byte[] proof, byte[] leaf, String key) throws ReceiptRefused {
        return Commitment.prove(leaf, "", StrictJson.utf8(proof), key(key.strip()));
    }

    private static Member receipt(byte[] file) throws ReceiptRefused {
        if (!(StrictJson.read(file) instanceof Members members)) throw new ReceiptRefused(Flaw.NOT_A_RECEIPT);
        var receipt = new Member("", members);
        if (!receipt.has("format") || !receipt.text("format").equals(FORMAT)) {
            throw new ReceiptRefused(Flaw.NOT_A_RECEIPT);
        }
        // beside the statement anything could be said, and would look as if it had been proved
        receipt.nothingBut(Set.of("format", "statement", "evidence"));
        receipt.object("evidence").nothingBut(Set.of("salt", "body", "entry", "proof", "key"));
        return receipt;
    }

    private static VerifierKey key(String text) throws ReceiptRefused {
        try {
            return VerifierKey.parse(text);
        } catch (VerificationException e) {
            throw new ReceiptRefused(Flaw.KEY);
        }
    }

    private static void answer(Json value, int i, String request, VerifierKey key, List<Proved> answers)
            throws ReceiptRefused {
        if (!(value instanceof Members members)) throw new ReceiptRefused(Flaw.INCOMPLETE, "companies[" + i + "]");
        var company = new Member("companies[" + i + "]", members);
        if (!company.has("evidence")) return;
        var committed = Commitment.in(company.object("evidence"));
        var attestation = company.object("attestation").parent();
        if (!committed.body().text("form").equals(Commitment.digest(CanonicalJson.of(attestation)))) {
            throw new ReceiptRefused(Flaw.ATTESTATION, i + 1);
        }
        if (!committed.body().text("request").equals(request)) throw new ReceiptRefused(Flaw.OTHER_ENTRY);
        answers.add(committed.prove(ANSWER, key));
    }

    /** A log that signs two roots for one size, or two entries for one place, shows different people different pasts. */
    private static void refuseFork(List<Proved> proved) throws ReceiptRefused {
        Map<Long, Object> bySize = new HashMap<>();
        for (var one : proved) {
            var before = bySize.putIfAbsent(one.checkpoint().size(), one.checkpoint());
            if (before != null && !before.equals(one.checkpoint())) throw new ReceiptRefused(Flaw.FORK);
        }
    }
}
