package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.AttestationForm.Subject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an attestation amounts to.
 *
 * @param outcome one of the three answers a person reads
 * @param untouched whether nothing at all was erased although something was held
 * @param erasedItems items that are gone or were never held
 * @param keptItems items that are kept or cannot be erased
 */
record Finding(CompanyWord outcome, boolean untouched, int erasedItems, int keptItems) {

    /**
     * Never held anything → had nothing; kept anything, or could not erase it → kept some; otherwise confirmed deleted.
     *
     * @param items items of the obligation
     */
    static Finding of(AttestationForm form, int items) {
        var said = everythingSaid(form);
        var kept = said.contains(Outcome.KEPT) || said.contains(Outcome.INFEASIBLE);
        var keptExceptions = (int) form.exceptions().stream()
                .filter(exception -> keeps(exception.outcome()))
                .count();
        var others = items - form.exceptions().size();
        var keptItems = keptExceptions + (keeps(photos(form)) ? others : 0);
        return new Finding(
                kept
                        ? CompanyWord.KEPT_SOME
                        : onlyNeverHeld(said) ? CompanyWord.HAD_NOTHING : CompanyWord.CONFIRMED_DELETED,
                kept && !said.contains(Outcome.ERASED),
                items - keptItems,
                keptItems);
    }

    /** Every outcome that occurs anywhere in the form. */
    static Set<Outcome> everythingSaid(AttestationForm form) {
        var said = EnumSet.noneOf(Outcome.class);
        said.addAll(form.subjects().values());
        form.exceptions().forEach(exception -> said.add(exception.outcome()));
        return said;
    }

    static boolean onlyNeverHeld(Collection<Outcome> said) {
        return said.equals(EnumSet.of(Outcome.NEVER_HELD));
    }

    private static Outcome photos(AttestationForm form) {
        var photos = form.subjects().get(Subject.PHOTOS);
        if (photos == null) throw new IllegalArgumentException("the rules ask for all four subjects");
        return photos;
    }

    private static boolean keeps(Outcome outcome) {
        return switch (outcome) {
            case KEPT, INFEASIBLE -> true;
            case ERASED, NEVER_HELD -> false;
        };
    }
}
