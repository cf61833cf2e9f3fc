package io.retrace.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A company’s server said that it will not do what was asked. That ends nothing (ADR 0019): a human should write to it.
 *
 * @param reason in the company’s words, at most 2,000 characters; {@code null} if it only gave the request up
 */
public record Objection(Instant at, @Nullable String reason) {}
