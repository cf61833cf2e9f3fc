package io.retrace.ui.member;

import io.retrace.ledger.PhotoId;
import io.retrace.ledger.Selection;
import io.retrace.partners.PartnerId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person has chosen so far; nothing is chosen for them.
 *
 * @param submission names the request once sent, so that sending it twice makes one
 */
record AskDraft(
        UUID submission, @Nullable What what, @Nullable Scope scope, Set<UUID> photos, Set<Integer> companies) {

    /** More ids than this do not fit a draft; then “all photos” is the choice. */
    static final int MOST_PHOTOS = 1_000;

    AskDraft {
        photos = new LinkedHashSet<>(photos);
        companies = new LinkedHashSet<>(companies);
    }

    /** What is asked of the companies. */
    enum What {
        COPY,
        ERASE
    }

    /** Which photos at which companies. */
    enum Scope {
        ALL,
        PHOTOS,
        COMPANIES
    }

    static AskDraft fresh() {
        return new AskDraft(UUID.randomUUID(), null, null, Set.of(), Set.of());
    }

    /** A copy is of everything, until somebody chooses less; of what is to be erased nothing is chosen for anybody. */
    AskDraft of(What chosen) {
        return new AskDraft(submission, chosen, chosen == What.COPY ? Scope.ALL : null, photos, companies);
    }

    AskDraft of(Scope chosen) {
        return new AskDraft(submission, what, chosen, photos, companies);
    }

    boolean copy() {
        return what == What.COPY;
    }

    AskDraft with(PhotoId photo, boolean chosen) {
        var changed = new LinkedHashSet<>(photos);
        if (chosen) changed.add(photo.value());
        else changed.remove(photo.value());
        return new AskDraft(submission, what, Scope.PHOTOS, changed, companies);
    }

    AskDraft with(PartnerId company, boolean chosen) {
        var changed = new LinkedHashSet<>(companies);
        if (chosen) changed.add(company.value());
        else changed.remove(company.value());
        return new AskDraft(submission, what, Scope.COMPANIES, photos, changed);
    }

    /** What would be asked, or empty while the choice is not complete. */
    Optional<Selection> selection() {
        return switch (scope) {
            case ALL -> Optional.of(new Selection.All());
            case PHOTOS ->
                photos.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Selection.Photos(
                                photos.stream().map(PhotoId::new).collect(Collectors.toSet())));
            case COMPANIES ->
                companies.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Selection.Companies(
                                companies.stream().map(PartnerId::new).collect(Collectors.toSet())));
            case null -> Optional.empty();
        };
    }
}
