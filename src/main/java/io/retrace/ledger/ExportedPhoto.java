package io.retrace.ledger;

import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.List;

/**
 * A photo with everybody who received it, first recipient first.
 *
 * @param name what the platform calls it
 * @param sha256 digest of the original as the platform reported it
 * @param preview whether a picture is kept
 */
public record ExportedPhoto(
        PhotoId id, String name, Sha256 sha256, Instant uploadedAt, boolean preview, List<Disclosed> disclosures) {

    public ExportedPhoto {
        disclosures = List.copyOf(disclosures);
    }
}
