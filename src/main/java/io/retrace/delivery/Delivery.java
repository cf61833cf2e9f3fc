package io.retrace.delivery;

import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question and round as it stands.
 *
 * @param open whether anything is still to be done
 * @param overtaken whether a later round reached the company
 * @param attempts made so far, over all channels
 * @param attemptsHere made on this channel since it was last ordered to be sent once more
 * @param firstHere when the first of them was made; if there was none, when the message was written or ordered again
 * @param slot the place it was given in its company’s line, if it had to wait
 * @param tried the channels that were tried since then
 */
record Delivery(
        ObligationId obligation,
        int round,
        PartnerId company,
        Errand errand,
        String messageId,
        Partner.Channel channel,
        boolean fallback,
        Instant writtenAt,
        boolean open,
        boolean overtaken,
        int attempts,
        int attemptsHere,
        Instant firstHere,
        @Nullable Instant slot,
        Set<Partner.Channel> tried) {

    Delivery {
        tried = Set.copyOf(tried);
    }

    /** How it can end; running out of attempts is no end. */
    enum Ending {
        /** The company’s server or mail system has it. */
        REACHED,
        /** The company has answered, or the request was taken back: there is nothing to ask. */
        MOOT,
        /** A later round reached the company. */
        SUPERSEDED
    }
}
