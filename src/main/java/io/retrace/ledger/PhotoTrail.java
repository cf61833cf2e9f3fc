package io.retrace.ledger;

import java.util.List;

/** A photo and everybody who received it, first recipient first. */
public record PhotoTrail(PhotoSummary photo, List<Disclosed> disclosures) {

    public PhotoTrail {
        disclosures = List.copyOf(disclosures);
    }
}
