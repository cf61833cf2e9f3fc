package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import java.time.Instant;

/** What the watchdog found, and put right where it could; bundle key {@code delivery.alert.<kind>}. */
public record DeliveryAlert(String kind, ObligationId obligation, Instant foundAt) {}
