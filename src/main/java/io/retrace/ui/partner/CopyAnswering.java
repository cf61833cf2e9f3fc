package io.retrace.ui.partner;

import io.retrace.access.CompanyFile;
import io.retrace.obligations.AttestationForm.Declarant;
import io.retrace.obligations.CopyAnswer;
import io.retrace.obligations.CopyForm;
import io.retrace.obligations.CopyForm.Said;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.CopyForm.Withheld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** From what was typed about a copy to the answer that is sent, and back when it is amended. */
final class CopyAnswering {

    static final String SAID = "said";
    static final String FILES = "files";
    static final String LAW = "withheld.law";
    static final String REASON = "withheld.reason";

    private CopyAnswering() {}

    static boolean says(AnswerDraft draft, Said said) {
        return draft.text(SAID).equals(said.name());
    }

    /** Fields with the key of what is wrong with them, in the order of the page; empty if it can be checked and sent. */
    static Map<String, String> problems(AnswerDraft draft, int files, boolean amending) {
        var found = new LinkedHashMap<String, String>();
        if (amending) need(found, draft, AnswerField.AMENDS, "partner.problem.amends");
        need(found, draft, SAID, "partner.copy.problem.said");
        if (says(draft, Said.PROVIDED) && files == 0) found.put(FILES, "partner.copy.problem.files");
        if (says(draft, Said.HAD_NOTHING) && files > 0 && !amending)
            found.put(SAID, "partner.copy.problem.nothing-but-files");
        if (says(draft, Said.WITHHELD)) {
            need(found, draft, LAW, "partner.copy.problem.law");
            need(found, draft, REASON, "partner.copy.problem.reason");
        }
        need(found, draft, AnswerField.NAME, "partner.problem.name");
        need(found, draft, AnswerField.TITLE, "partner.problem.title");
        return found;
    }

    /** Only for drafts without problems. Whoever says that there is nothing sends no file, also if an earlier answer did. */
    static CopyForm form(AnswerDraft draft, List<CompanyFile> files, boolean amending) {
        var said = Said.valueOf(draft.text(SAID));
        return new CopyForm(
                draft.answerId(),
                said,
                said == Said.HAD_NOTHING
                        ? List.of()
                        : files.stream()
                                .map(file -> new SentFile(file.givenId(), file.sha256()))
                                .toList(),
                said == Said.WITHHELD ? new Withheld(text(draft, LAW), text(draft, REASON)) : null,
                new Declarant(
                        text(draft, AnswerField.NAME),
                        text(draft, AnswerField.TITLE),
                        !text(draft, AnswerField.PERJURY).isEmpty()),
                amending ? text(draft, AnswerField.AMENDS) : null);
    }

    /** A new draft that starts from the answer in force; who declares it and why is asked again. */
    static AnswerDraft amending(CopyAnswer inForce) {
        var texts = new TreeMap<String, String>();
        texts.put(SAID, inForce.form().said().name());
        var withheld = inForce.form().withheld();
        if (withheld != null) {
            texts.put(LAW, withheld.law());
            texts.put(REASON, withheld.reason());
        }
        return new AnswerDraft(UUID.randomUUID().toString(), texts, Map.of());
    }

    private static void need(Map<String, String> found, AnswerDraft draft, String field, String key) {
        if (draft.text(field).isBlank()) found.put(field, key);
    }

    private static String text(AnswerDraft draft, String field) {
        return draft.text(field).strip();
    }
}
