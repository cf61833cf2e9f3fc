package io.retrace.obligations;

import org.jspecify.annotations.Nullable;

/** The four answers that a {@link Story} gives about deletion, and what each amounts to. */
final class StoryAnswers {

    private StoryAnswers() {}

    static AttestationForm form(World world, int kind, String id, @Nullable String amends) {
        var today = world.today();
        return switch (kind % 4) {
            case 0 -> Forms.erased(id, today, amends);
            case 1 -> Forms.neverHeld(id, amends);
            case 2 -> Forms.kept(id, today.plusDays(20), amends);
            default -> Forms.keptModels(id, today, today.plusDays(20), amends);
        };
    }

    static CompanyWord outcome(int kind) {
        return switch (kind % 4) {
            case 0 -> CompanyWord.CONFIRMED_DELETED;
            case 1 -> CompanyWord.HAD_NOTHING;
            default -> CompanyWord.KEPT_SOME;
        };
    }
}
