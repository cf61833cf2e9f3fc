package io.retrace.delivery.spi;

import io.retrace.partners.Partner;

/**
 * A way to put a question to a company. Called outside any transaction, possibly more than once for one message, and never
 * twice at a time for one message.
 */
public interface DeliveryChannel {

    /** Which of the ways a company can be asked this is. */
    Partner.Channel kind();

    /** Tries once, within half a minute; what can go wrong on the wire is an outcome, never an exception. */
    Outcome send(Message message);
}
