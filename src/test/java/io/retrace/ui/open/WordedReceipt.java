package io.retrace.ui.open;

import io.retrace.evidence.ReceiptFile;
import io.retrace.obligations.CompanyWord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A receipt of one company that stands at this word.
 *
 * @param method how it erased, as on the wire; {@code null} if it has erased nothing
 * @param liveErasedOn the day live copies went
 * @param keptUntil the day the duty to keep ends
 * @param duty the law, in the company’s words
 * @param copied what was said of a copy, as on the wire; {@code null} if deletion was asked
 */
record WordedReceipt(
        CompanyWord word,
        @Nullable String method,
        LocalDate liveErasedOn,
        LocalDate keptUntil,
        String duty,
        int timesAsked,
        @Nullable String copied) {

    /** Of an erasure. */
    WordedReceipt(
            CompanyWord word,
            @Nullable String method,
            LocalDate liveErasedOn,
            LocalDate keptUntil,
            String duty,
            int timesAsked) {
        this(word, method, liveErasedOn, keptUntil, duty, timesAsked, null);
    }

    ReceiptFile file() {
        var json =
                (ObjectNode) JsonMapper.shared().readTree(SampleReceipt.file().json());
        var statement = (ObjectNode) json.path("statement");
        var company = (ObjectNode) statement.path("companies").path(0);
        for (var name :
                new String[] {"attestation", "follow_up", "declaration", "answered_at", "method_iri", "evidence"})
            company.remove(name);
        company.put("word", word.key()).put("times_asked", timesAsked);
        if (word == CompanyWord.NOT_ASKED_YET) company.remove("asked_at");
        if (copied != null) copied(company, copied);
        else if (word.answered()) answered(company);
        if (copied != null) ((ObjectNode) statement.path("request")).put("right", "access");
        statement.put("kind", "company").putArray("companies").add(company);
        statement.remove("recipients");
        return new ReceiptFile(json.toPrettyString(), "receipt-O-ABTE-SD65");
    }

    /** Signed by the company itself where it sent something, otherwise by the portal. */
    private void copied(ObjectNode company, String said) {
        company.put("answered_at", "2026-11-05T09:00:20Z");
        var copy = company.putObject("copy").put("said", said).put("files", said.equals("had_nothing") ? 0 : 2);
        if (said.equals("withheld"))
            copy.putObject("withheld").put("law", duty).put("reason", "Notes of an identity check");
        copy.putObject("declarant").put("name", "Dana Ortiz").put("title", "Data Protection Lead");
        company.putObject("signature")
                .put("by", said.equals("had_nothing") ? "portal" : "company")
                .put("scheme", said.equals("had_nothing") ? "countersignature" : "jws")
                .put("signed_sha256", "a1".repeat(32));
    }

    private void answered(ObjectNode company) {
        company.put("answered_at", "2026-11-05T09:00:20Z");
        var attestation = company.putObject("attestation");
        attestation.putObject("declarant").put("name", "Dana Ortiz").put("title", "Data Protection Lead");
        var subjects = attestation.putObject("subjects");
        var outcome = word == CompanyWord.HAD_NOTHING ? "never_held" : "erased";
        for (var subject : new String[] {"photos", "face_templates", "derived_data"}) subjects.put(subject, outcome);
        subjects.put("models", word == CompanyWord.KEPT_SOME ? "kept" : outcome);
        if (method != null) attestation.put("method", method).put("live_erased_on", liveErasedOn.toString());
        if (word == CompanyWord.KEPT_SOME) {
            attestation.putObject("kept").put("duty", duty).put("until", keptUntil.toString());
            company.putObject("follow_up")
                    .put("duty_ends", keptUntil.toString())
                    .put("asked_on", keptUntil.plusDays(1).toString())
                    .put("due_by", keptUntil.plusDays(30).toString());
        }
    }
}
