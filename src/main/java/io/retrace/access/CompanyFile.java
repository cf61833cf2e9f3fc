package io.retrace.access;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.UUID;

/**
 * A file that a company sent for a copy: checked, and kept encrypted.
 *
 * @param givenId what the company calls it; only together with the obligation does it name one
 * @param name unique within the obligation, a name and never a path
 * @param mediaType what it is, as we found it, not as the company said
 */
public record CompanyFile(
        CompanyFileId id,
        ObligationId obligation,
        PartnerId company,
        UUID givenId,
        String name,
        String mediaType,
        long bytes,
        Sha256 sha256,
        Instant receivedAt) {}
