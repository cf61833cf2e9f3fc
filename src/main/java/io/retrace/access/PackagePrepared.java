package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.time.Instant;

/** It can be downloaded; {@code manifest} is the digest of its manifest.json, which names the digest of every file in it. */
public record PackagePrepared(
        PackageId packageId, RequestId request, SubjectId subject, Sha256 manifest, Instant occurredAt)
        implements PackageChanged {}
