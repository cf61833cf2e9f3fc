package io.retrace.sandbox;

/** Where the calling company gets questions to practise on. */
public interface Sandbox {

    /** How many questions a company gets in 24 hours. */
    int MOST_A_DAY = 50;

    /** How many photos one of them may be about. */
    int MOST_PHOTOS = 1_000;

    /**
     * A person who does not exist asks the calling company to erase this many photos. The question then comes by the company’s
     * own channel and stands in its list, as every other.
     *
     * @throws io.retrace.shared.DomainException.NotFound in a portal for real people
     * @throws io.retrace.shared.DomainException.Conflict after {@link #MOST_A_DAY}
     * @throws io.retrace.shared.DomainException.RuleViolation unless it is 1 to {@link #MOST_PHOTOS} photos
     */
    void ask(int photos);
}
