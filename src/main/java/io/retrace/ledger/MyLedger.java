package io.retrace.ledger;

import io.retrace.partners.PartnerId;
import io.retrace.shared.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the signed-in member reads about their own photos. What is not theirs answers like what does not exist. */
public interface MyLedger {

    Overview overview();

    /** Newest first; {@code after} is a cursor of the former slice or {@code null}; at most 200 a slice. */
    Slice<PhotoSummary> photos(@Nullable String after, int limit);

    /** Photos that one company received, newest first. */
    Slice<PhotoSummary> photosAt(PartnerId company, @Nullable String after, int limit);

    /** Throws {@code NotFound}. */
    PhotoTrail trail(PhotoId photo);

    /** Companies that received something, most photos first. */
    List<CompanyHolding> companies();

    /** How many photos at how many companies a selection touches. */
    SelectionSize measure(Selection selection);

    /** The re-encoded thumbnail (JPEG), or empty if none is kept; throws {@code NotFound} for a foreign photo. */
    Optional<byte[]> thumbnail(PhotoId photo);

    /** Size of a selection. */
    record SelectionSize(int photos, int companies) {}
}
