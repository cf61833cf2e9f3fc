package io.retrace.partners;

import io.retrace.shared.ForModules;
import java.util.Optional;

/** Which companies sign their answers, and with what. */
@ForModules
public interface SigningKeys {

    /** Empty for a company that registered none: then we countersign. */
    Optional<SigningKey> of(PartnerId partner);
}
