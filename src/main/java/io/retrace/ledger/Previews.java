package io.retrace.ledger;

/** Pictures of photos for their owners’ eyes, small and without metadata. */
public interface Previews {

    /** Longest picture that is looked at, in bytes. */
    int LONGEST = 10 << 20;

    /**
     * Makes the picture small and keeps it for this photo, in place of a former one.
     *
     * @param photo the platform’s reference
     * @throws io.retrace.shared.DomainException.NotFound if no such photo is registered
     * @throws io.retrace.shared.DomainException.RuleViolation if it is no JPEG, PNG or WebP that can be read, or too large
     */
    void keep(String photo, byte[] picture);
}
