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
record AskDraft(UUID submission, @Nullable Scope scope, Set<UUID> photos, Set<Integer> companies) {

    /** More ids than this do not fit a draft; then “all photos” is the choice. */
    static final int MOST_PHOTOS = 1_000;

    AskDraft {
        photos = new LinkedHashSet<>(photos);
        companies = new LinkedHashSet<>(companies);
    }

    /** Which photos at which companies. */
    enum Scope {
        ALL,
        PHOTOS,
        COMPANIES
    }

    static AskDraft fresh() {
        return new AskDraft(UUID.randomUUID(), null, Set.of(), Set.of());
    }

    AskDraft of(Scope chosen) {
        return new AskDraft(submission, chosen, photos, companies);
    }

    AskDraft with(PhotoId photo, boolean chosen) {
        var changed = new LinkedHashSet<>(photos);
        if (chosen) changed.add(photo.value());
        else changed.remove(photo.value());
        return new AskDraft(submission, Scope.PHOTOS, changed, companies);
    }

    AskDraft with(PartnerId company, boolean chosen) {
        var changed = new LinkedHashSet<>(companies);
        if (chosen) changed.add(company.value());
        else changed.remove(company.value());
        return new AskDraft(submission, Scope.COMPANIES, photos, changed);
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
