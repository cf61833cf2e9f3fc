package io.retrace.ledger;

import io.retrace.shared.Sha256;
import java.time.Instant;

/**
 * A photo in a list, with how often it was sent but not where.
 *
 * @param name what the platform calls it
 * @param sha256 digest of the original as the platform reported it
 * @param preview whether a picture is kept
 * @param companies how many received it
 */
public record ListedPhoto(
        PhotoId id, String name, Sha256 sha256, Instant uploadedAt, boolean preview, int disclosures, int companies) {}
