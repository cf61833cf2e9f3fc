package io.retrace.identity;

import io.retrace.identity.ErasingRows.Erasing;
import io.retrace.identity.spi.LastLetter;
import io.retrace.identity.spi.PersonalDataStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Erases one person, step by step. It can be cut off anywhere and goes on where it was; every step is tried again until it
 * works. The database first, then the account, because the account is what the last letter needs; at last, when no company
 * owes an answer any more, what had to be kept for that.
 */
@Component
class ErasingRun {

    /** How long the mail server may be away before the account goes without a last letter. */
    static final Duration PATIENCE = Duration.ofDays(3);

    /** How often we look whether the companies have answered. */
    static final Duration OWED = Duration.ofHours(12);

    private static final Duration LETTER = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(ErasingRun.class);

    private final ErasingRows rows;
    private final ErasingLife life;
    private final ErasingSteps progress;
    private final LeavingAccounts accounts;
    private final List<PersonalDataStep> steps;
    private final ObjectProvider<LastLetter> letters;
    private final Clock clock;

    ErasingRun(
            ErasingRows rows,
            ErasingLife life,
            ErasingSteps progress,
            LeavingAccounts accounts,
            ObjectProvider<PersonalDataStep> steps,
            ObjectProvider<LastLetter> letters,
            Clock clock) {
        this.rows = rows;
        this.life = life;
        this.progress = progress;
        this.accounts = accounts;
        this.steps = steps.stream()
                .sorted(Comparator.comparingInt(PersonalDataStep::order))
                .toList();
        this.letters = letters;
        this.clock = clock;
    }

    /** Goes as far as it can; when to go on, or empty if there is nothing left to do. */
    Optional<Instant> run(UUID id) {
        var erasing = rows.find(id).orElseThrow();
        if (erasing.keptAt() != null) return Optional.empty();
        if (erasing.doneAt() != null) return finish(erasing); // something has come since: see AfterErasing
        if (clock.instant().isBefore(erasing.closing().eraseAt())) {
            return Optional.of(erasing.closing().eraseAt());
        }
        if (!life.begin(id)) return Optional.empty();
        shutOut(erasing);
        forget(erasing);
        if (erasing.accountGoneAt() == null && !endAccount(erasing)) {
            return Optional.of(clock.instant().plus(LETTER));
        }
        return finish(erasing);
    }

    /** Everything that need not wait for companies. Apart, because after a restore it is done before the doors open. */
    void forget(Erasing erasing) {
        for (var step : steps) {
            if (step.waits() || progress.done(erasing.id(), step.name())) continue;
            progress.first(erasing.id(), step.name(), () -> step.erase(erasing.subject()));
        }
    }

    /** The sooner the better, but the database does not wait for Keycloak: nobody gets past the tombstone anyway. */
    private void shutOut(Erasing erasing) {
        if (erasing.accountGoneAt() != null) return;
        try {
            accounts.shutOut(erasing.subject());
        } catch (RuntimeException e) {
            LOG.warn(
                    "erasing {}: the account could not be disabled now ({}); it is deleted at the end",
                    erasing.id(),
                    e.getClass().getName());
        }
    }

    /** The last letter, then the account; false if the letter is to be tried again first. */
    private boolean endAccount(Erasing erasing) {
        if (!progress.attempt(erasing.id(), "last-letter", () -> lastLetter(erasing))) return false;
        progress.attempt(erasing.id(), "account", () -> {
            accounts.remove(erasing.subject());
            return true;
        });
        life.accountGone(erasing.id());
        return true;
    }

    private boolean lastLetter(Erasing erasing) {
        var letter = letters.getIfAvailable();
        if (letter == null || erasing.closing().by() == Closing.By.JOURNAL)
            return true; // they had theirs before the restore
        var contact = accounts.contact(erasing.subject());
        if (contact.isEmpty() || letter.send(erasing.id(), contact.get())) return true;
        if (clock.instant().isBefore(erasing.closing().eraseAt().plus(PATIENCE))) return false;
        LOG.error(
                "ALERT erasing {}: no mail server took the last letter for {}; the account goes without it",
                erasing.id(),
                PATIENCE);
        return true;
    }

    private Optional<Instant> finish(Erasing erasing) {
        if (steps.stream().anyMatch(step -> step.owed(erasing.subject()))) {
            return Optional.of(clock.instant().plus(OWED));
        }
        // what has come since the first time, and what was kept for those who had to answer
        for (var step : steps) progress.again(erasing.id(), step.name(), () -> step.erase(erasing.subject()));
        life.finish(erasing.id());
        return Optional.empty();
    }
}
