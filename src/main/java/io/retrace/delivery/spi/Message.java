package io.retrace.delivery.spi;

import io.retrace.obligations.Asking.Question;
import io.retrace.obligations.Errand;
import io.retrace.partners.Partner;
import java.time.Instant;

/** What is on its way to a company: nothing of a person, nothing of other companies (T5). */
public sealed interface Message {

    /** The same on every attempt, in every channel: whoever gets it twice can tell. */
    String id();

    Partner company();

    /** When it came up; an attempt has its own time. */
    Instant writtenAt();

    /**
     * About one question.
     *
     * @param fallback whether the company’s own channel did not work out
     */
    record About(String id, Partner company, Instant writtenAt, Errand errand, Question question, boolean fallback)
            implements Message {}

    /** To see whether messages arrive; nothing is asked. */
    record TestEvent(String id, Partner company, Instant writtenAt) implements Message {}
}
