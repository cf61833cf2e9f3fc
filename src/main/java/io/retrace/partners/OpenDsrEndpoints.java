package io.retrace.partners;

import io.retrace.shared.ForModules;
import java.util.Optional;

/** Where companies speak OpenDSR, opened for delivery only; credentials are encrypted at rest. */
@ForModules
public interface OpenDsrEndpoints {

    Optional<OpenDsrTarget> of(PartnerId partner);

    /** Whose domain it is. */
    Optional<PartnerId> atDomain(String domain);
}
