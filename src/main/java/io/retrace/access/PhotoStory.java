package io.retrace.access;

import io.retrace.ledger.Disclosed;
import io.retrace.ledger.ExportedPhoto;
import io.retrace.ledger.PhotoId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.words.Phrasebook;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A photo as the package tells of it.
 *
 * @param held what companies that were asked said of it
 */
record PhotoStory(ExportedPhoto photo, Map<PartnerId, Held> held, Held notAsked, Phrasebook words) {

    /** Where its picture lies in the package, or {@code null} if none is kept. */
    @Nullable
    String file() {
        return photo.preview() ? file(photo.id(), photo.uploadedAt(), words) : null;
    }

    /** Sorted by day; the end of the id keeps photos of one day apart. */
    static String file(PhotoId photo, Instant uploadedAt, Phrasebook words) {
        return "photos/" + words.day(uploadedAt) + "-" + photo.toString().substring(24) + ".jpg";
    }

    Held held(Disclosed disclosed) {
        return held.getOrDefault(disclosed.to().id(), notAsked);
    }

    int companies() {
        return (int) photo.disclosures().stream()
                .map(disclosed -> disclosed.to().id())
                .distinct()
                .count();
    }
}
