package io.retrace.delivery;

import io.retrace.identity.MailDeclarant;
import io.retrace.shared.Reference;
import java.time.LocalDate;
import java.util.Optional;

/** What whoever holds a link from one of our mails can do with it. The link alone opens nothing: a code does. */
public interface AnswerLinks {

    /** Where the link stands; empty for a secret that we never sent. Looking changes nothing, however often. */
    Optional<State> look(String secret);

    /** Has a code sent to the address on file. */
    Asked askForCode(String secret);

    /** Has a new link sent to the address on file. */
    Asked askForLink(String secret);

    /** Who they are now, if this is the newest code for this link, unused, in time and within its tries; empty otherwise. */
    Optional<MailDeclarant> enter(String secret, String code);

    /**
     * What the mail said already, and whether the link still leads anywhere.
     *
     * @param due the day the answer is due
     */
    record State(Standing standing, Reference reference, LocalDate due) {}

    /** How a link stands. */
    enum Standing {
        OPEN,
        /** The question is answered: a new link leads to the answer. */
        SETTLED,
        /** The company need not answer any more: there is nothing to open. */
        TAKEN_BACK,
        /** The company has named another address since. */
        MOVED
    }

    /** What became of asking for a mail. */
    enum Asked {
        ON_ITS_WAY,
        TOO_OFTEN,
        /** The link does not stand so that this could help. */
        POINTLESS,
        UNKNOWN
    }
}
