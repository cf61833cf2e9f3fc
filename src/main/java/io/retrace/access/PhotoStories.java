package io.retrace.access;

import io.retrace.ledger.ExportedPhoto;
import io.retrace.ledger.PhotoId;
import io.retrace.obligations.AskedItem;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.words.Phrasebook;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a person’s photos, newest first: two cursors side by side, what was sent and what companies were asked
 * about, both in the order of the photo’s id.
 */
final class PhotoStories implements Iterator<PhotoStory>, AutoCloseable {

    private final Stream<ExportedPhoto> photoRows;
    private final Stream<AskedItem> itemRows;
    private final Iterator<ExportedPhoto> photos;
    private final Iterator<AskedItem> items;
    private final Map<ObligationId, Asked> asked;
    private final Phrasebook words;
    private final Held notAsked;
    private @Nullable AskedItem ahead;

    /** A company that was asked to delete, and what it said. */
    record Asked(PartnerId company, Held.Said said) {}

    PhotoStories(
            Stream<ExportedPhoto> photos, Stream<AskedItem> items, Map<ObligationId, Asked> asked, Phrasebook words) {
        this.photoRows = photos;
        this.itemRows = items;
        this.photos = photos.iterator();
        this.items = items.iterator();
        this.asked = asked;
        this.words = words;
        this.notAsked = Held.notAsked(words);
        this.ahead = nextItem();
    }

    @Override
    public boolean hasNext() {
        return photos.hasNext();
    }

    @Override
    public PhotoStory next() {
        var photo = photos.next();
        return new PhotoStory(photo, held(photo.id()), notAsked, words);
    }

    /** What was said last counts: items of one photo come in the order in which companies were asked. */
    private Map<PartnerId, Held> held(PhotoId photo) {
        while (ahead != null && compare(ahead.photo(), photo) > 0) ahead = nextItem(); // of a photo that is gone
        if (ahead == null || !ahead.photo().equals(photo)) return Map.of();
        var held = new HashMap<PartnerId, Held>();
        for (var item = ahead; item != null && item.photo().equals(photo); item = nextItem(), ahead = item) {
            var company = asked.get(item.obligation());
            if (company != null) held.put(company.company(), company.said().of(item.ref()));
        }
        return held;
    }

    private @Nullable AskedItem nextItem() {
        return items.hasNext() ? items.next() : null;
    }

    /** As PostgreSQL compares UUIDs: byte by byte without signs, which {@link UUID#compareTo} does not. */
    private static int compare(PhotoId one, PhotoId other) {
        int high = Long.compareUnsigned(
                one.value().getMostSignificantBits(), other.value().getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.value().getLeastSignificantBits(), other.value().getLeastSignificantBits());
    }

    @Override
    public void close() {
        try (photoRows;
                itemRows) {
            // both, even if one fails
        }
    }
}
