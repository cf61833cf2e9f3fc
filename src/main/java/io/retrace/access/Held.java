package io.retrace.access;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.ItemRef;
import io.retrace.shared.words.Phrasebook;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Whether a company still holds a photo, as far as it is known.
 *
 * @param code for machines and colours: the company’s word, or {@code not-asked}
 * @param text in one sentence
 */
record Held(String code, String text) {

    static Held notAsked(Phrasebook words) {
        return new Held("not-asked", words.say("package.held.not-asked"));
    }

    /** What one company said of the items of one request for deletion; sentences are made once, not per photo. */
    static final class Said {

        private final Map<ItemRef, Outcome> exceptions = new HashMap<>();
        private final Map<Outcome, Held> texts = new HashMap<>();
        private final Held otherwise;

        Said(CompanyProgress company, Phrasebook words) {
            var answer = company.attestation();
            if (answer == null || !company.word().answered()) {
                otherwise = new Held(
                        company.word().key(),
                        words.say(
                                "package.held.open",
                                words.say("company.word." + company.word().key())));
                return;
            }
            var form = answer.form();
            form.exceptions().forEach(exception -> exceptions.put(exception.item(), exception.outcome()));
            var on = answer.receivedAt();
            texts.put(Outcome.ERASED, said("confirmed-deleted", "erased", on, words));
            texts.put(Outcome.NEVER_HELD, said("had-nothing", "never-held", on, words));
            var kept = form.kept();
            texts.put(
                    Outcome.KEPT,
                    kept == null
                            ? said("kept-some", "kept", on, words)
                            : new Held(
                                    "kept-some",
                                    words.say("package.held.kept-until", words.date(kept.until()), kept.duty())));
            var cannot = form.infeasible();
            texts.put(
                    Outcome.INFEASIBLE,
                    cannot == null
                            ? said("kept-some", "kept", on, words)
                            : new Held("kept-some", words.say("package.held.infeasible", cannot.reason())));
            otherwise = text(form.subjects().getOrDefault(Subject.PHOTOS, Outcome.KEPT));
        }

        Held of(ItemRef item) {
            var exception = exceptions.get(item);
            return exception == null ? otherwise : text(exception);
        }

        private Held text(Outcome outcome) {
            var text = texts.get(outcome);
            if (text == null) throw new IllegalStateException("no sentence for " + outcome);
            return text;
        }

        private static Held said(String code, String key, Instant on, Phrasebook words) {
            return new Held(code, words.say("package.held." + key, words.date(on)));
        }
    }
}
