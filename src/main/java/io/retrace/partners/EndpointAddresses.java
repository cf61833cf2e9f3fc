package io.retrace.partners;

import io.retrace.shared.ForModules;
import java.net.URI;

/** Which addresses of others’ servers may be registered; what they resolve to is checked again at each send. */
@ForModules
public interface EndpointAddresses {

    /** Returns it; throws {@code RuleViolation} for this field if it must not be called. */
    URI check(String field, URI url);
}
