package io.retrace.delivery.spi;

import io.retrace.partners.Partner;

/**
 * A way to write to a company: a bean of this type is all there is to add. Called outside any transaction, possibly more
 * than once for one message, and never twice at a time for one message. Every channel passes {@code ChannelContract}.
 */
public interface DeliveryChannel {

    /** Which of the ways a company can be asked this is. */
    Partner.Channel kind();

    /** Whether it has what it takes to write to this company: an address, a key. Asks nobody outside. */
    boolean serves(Partner company);

    /** Tries once, within half a minute; what can go wrong on the wire is an outcome, never an exception. */
    Outcome send(Message message);
}
