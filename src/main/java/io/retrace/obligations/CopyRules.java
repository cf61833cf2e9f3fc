package io.retrace.obligations;

import io.retrace.obligations.CopyForm.Said;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.shared.DomainException.RuleViolation;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** What an answer about a copy must and must not say. Throws {@code RuleViolation} naming the first field, as the wire does. */
final class CopyRules {

    private CopyRules() {}

    /** Everything that can be told from the form alone. */
    static void check(CopyForm form) {
        var files = form.files();
        var withheld = form.withheld();
        switch (form.said()) {
            case PROVIDED -> {
                if (files.isEmpty()) throw broken("files", "error.copy.no-file");
            }
            case HAD_NOTHING -> {
                if (!files.isEmpty()) throw broken("files", "error.copy.nothing-but-files");
            }
            case WITHHELD -> {
                if (withheld == null) throw broken("withheld", "error.answer.missing");
            }
        }
        if (withheld != null) {
            if (form.said() != Said.WITHHELD) throw broken("withheld", "error.copy.nothing-withheld");
            AttestationRules.text("withheld.law", withheld.law(), 500);
            AttestationRules.text("withheld.reason", withheld.reason(), 2000);
        }
        eachOnce(files);
        AttestationRules.text("declarant.name", form.declarant().name(), 120);
        AttestationRules.text("declarant.title", form.declarant().title(), 120);
        var amends = form.amends();
        if (amends != null) AttestationRules.text("amends", amends, 500);
    }

    /** What is sent is exactly what arrived: a file that did not, or that arrived as something else, is no copy. */
    static void arrived(CopyForm form, List<SentFile> onHand) {
        var files = form.files();
        for (int i = 0; i < files.size(); i++) {
            var file = files.get(i);
            var here = onHand.stream()
                    .filter(one -> one.id().equals(file.id()))
                    .findFirst()
                    .orElse(null);
            if (here == null) throw broken("files[" + i + "].id", "error.copy.file-unknown");
            if (!here.sha256().equals(file.sha256()))
                throw broken("files[" + i + "].sha256", "error.copy.file-differs");
        }
    }

    /** What it amounts to. */
    static Finding finding(CopyForm form) {
        return switch (form.said()) {
            case PROVIDED -> new Finding(CompanyWord.SENT_ITS_COPY, false, 0, 0);
            case HAD_NOTHING -> new Finding(CompanyWord.HAD_NOTHING, false, 0, 0);
            case WITHHELD ->
                new Finding(CompanyWord.KEPT_SOME_BACK, form.files().isEmpty(), 0, 0);
        };
    }

    private static void eachOnce(List<SentFile> files) {
        var named = new HashSet<UUID>();
        for (int i = 0; i < files.size(); i++) {
            if (!named.add(files.get(i).id())) throw broken("files[" + i + "].id", "error.copy.file-twice");
        }
    }

    private static RuleViolation broken(String field, String key) {
        return new RuleViolation(field, key);
    }
}
