package io.retrace.partners;

/** What a company’s admin may change of its own record. */
public enum Setting {
    /** Where it takes webhooks: only where the platform registered that it does. */
    ENDPOINT,
    /** What it signs its answers with; none: we countersign. */
    SIGNING_KEY,
    /** Where mails to it go. */
    CONTACT,
    /** The language of those mails: {@code en} or {@code de}. */
    LANGUAGE
}
