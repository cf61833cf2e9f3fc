package io.retrace.ui.partner;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.ExceptionLists.Report;
import io.retrace.shared.Sha256;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a draft knows of a list of single items that was uploaded for it. The list itself stays with the service; an answer
 * names its digest (UC-019).
 *
 * @param digest of the list; empty if there is none
 * @param counts how many of its items have which outcome
 * @param refused lines of the file that are not part of it
 */
record ListedItems(Optional<Sha256> digest, Map<Outcome, Integer> counts, int refused) {

    private static final String LIST = AnswerField.EXCEPTIONS + ".list";
    private static final String REFUSED = LIST + ".refused";
    private static final String NEEDED = LIST + ".needed";

    ListedItems {
        counts = Map.copyOf(counts);
    }

    static ListedItems of(AnswerDraft draft) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var outcome : Outcome.values()) {
            var count = draft.text(field(outcome));
            if (!count.isEmpty()) counts.put(outcome, Integer.valueOf(count));
        }
        var digest =
                Optional.of(draft.text(LIST)).filter(text -> !text.isEmpty()).map(Sha256::parse);
        var refused = draft.text(REFUSED);
        return new ListedItems(digest, counts, refused.isEmpty() ? 0 : Integer.parseInt(refused));
    }

    /** The draft with this list in place of items chosen one by one; a file of which nothing was taken is no list. */
    static AnswerDraft taken(AnswerDraft draft, Report report) {
        var held = report.held();
        var changed = removed(draft).with(draft.items().keySet(), Optional.empty());
        if (held.items() == 0) return changed;
        for (var count : held.counts().entrySet()) {
            changed = changed.with(field(count.getKey()), count.getValue().toString());
        }
        return changed.with(LIST, held.digest().toString())
                .with(REFUSED, report.refused() == 0 ? "" : String.valueOf(report.refused()));
    }

    static AnswerDraft removed(AnswerDraft draft) {
        var changed = draft.with(LIST, "").with(REFUSED, "").with(NEEDED, "");
        for (var outcome : Outcome.values()) changed = changed.with(field(outcome), "");
        return changed;
    }

    /** An answer with more single items than a draft holds is amended with a list. */
    static Map<String, String> needed(int items) {
        return Map.of(NEEDED, String.valueOf(items));
    }

    static boolean missing(AnswerDraft draft) {
        return !draft.text(NEEDED).isEmpty();
    }

    /** Those that differ from the answer for photos. */
    Map<Outcome, Integer> differing(AnswerDraft draft) {
        var differing = new EnumMap<Outcome, Integer>(Outcome.class);
        differing.putAll(counts);
        draft.answer(Subject.PHOTOS).ifPresent(differing::remove);
        return differing;
    }

    int items() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String field(Outcome outcome) {
        return LIST + "." + AnswerField.word(outcome);
    }
}
