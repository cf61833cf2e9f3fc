package io.retrace.embedded;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes one server so that a failure does not keep the next from being closed. */
final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void quietly(AutoCloseable server) {
        try {
            server.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) { // close() may throw anything
            LOG.warn("{} did not close; it may go on running and is stopped at the next start", server, e);
        }
    }
}
