package io.retrace.access;

import io.retrace.requests.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A package as its person sees it.
 *
 * @param contents what is in it; {@code null} while it is being made
 * @param expiresAt until when it can be downloaded; {@code null} while it is being made
 * @param expiredAt when its key was destroyed, or {@code null}
 * @param downloads newest first
 */
public record AccessPackage(
        PackageId id,
        RequestId request,
        Instant orderedAt,
        @Nullable Contents contents,
        @Nullable Instant expiresAt,
        @Nullable Instant expiredAt,
        List<PackageDownload> downloads) {

    public AccessPackage {
        downloads = List.copyOf(downloads);
    }

    /** Where a package is in its life. */
    public enum State {
        BEING_MADE,
        READY,
        EXPIRED
    }

    /**
     * What is in a package.
     *
     * @param bytes how long the ZIP is
     * @param companies companies that the request asked
     * @param answered how many of these had answered when it was made
     */
    public record Contents(Instant madeAt, long bytes, int photos, int disclosures, int companies, int answered) {}

    /** A time that has come counts, also if nobody has come to clear up yet. */
    public State state(Instant now) {
        if (expiredAt != null) return State.EXPIRED;
        if (expiresAt == null) return State.BEING_MADE;
        return now.isBefore(expiresAt) ? State.READY : State.EXPIRED;
    }
}
