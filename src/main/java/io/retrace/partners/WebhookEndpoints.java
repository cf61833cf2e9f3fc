package io.retrace.partners;

import io.retrace.shared.ForModules;
import java.util.Optional;

/** Endpoints with their keys, opened for delivery only; at rest the keys are encrypted. */
@ForModules
public interface WebhookEndpoints {

    Optional<WebhookEndpoint> of(PartnerId partner);
}
