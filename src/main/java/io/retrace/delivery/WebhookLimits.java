package io.retrace.delivery;

import java.time.Duration;

/**
 * How long and how much we listen to a company’s server.
 *
 * @param connect for each address of its name
 * @param read between two bytes
 * @param total from look-up to the end, whatever happens in between
 * @param bytes of its answer that we read (and throw away) before we hang up
 */
record WebhookLimits(Duration connect, Duration read, Duration total, int bytes) {

    static final WebhookLimits USUAL =
            new WebhookLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(25), 20_000);

    static final WebhookLimits ONE_OF_TWO =
            new WebhookLimits(Duration.ofSeconds(4), Duration.ofSeconds(10), Duration.ofSeconds(13), 20_000);
}
