package io.retrace.delivery;

import io.retrace.partners.Partner;
import java.time.Instant;

/** A way to a company that does not work. */
public record EndpointTrouble(Partner company, Partner.Channel channel, EndpointCondition condition, Instant since) {}
