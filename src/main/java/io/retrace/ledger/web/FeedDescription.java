package io.retrace.ledger.web;

/** What both feeds promise, for the API’s description. */
final class FeedDescription {

    static final String COMMON = """


            One JSON object per line (NDJSON, UTF-8), every value a string; `Content-Encoding: gzip` is welcome. A feed may have \
            any number of lines up to the limit of its body (8 GB decompressed unless configured otherwise); a line has at most \
            16,384 bytes. Lines are recorded in batches, each in one transaction, while the body is still being read: if the \
            connection breaks, what was recorded stays.

            Good lines are recorded even if others are refused. Repeating a feed, whole or in part, is safe: a line whose \
            `event_id` is known with the same content counts as a duplicate, with another content it is refused.

            Times are ISO 8601 with an offset, kept to the microsecond, not before 1990 and at most five minutes ahead.""";

    static final String PHOTOS =
            "Photos that members uploaded.\n\nFields: `event_id` (UUID), `photo` (your name for it:"
                    + " 1–64 of `A-Z a-z 0-9 . _ : -`), `member` (likewise), `uploaded_at`, `sha256` (64 hexadecimal digits),"
                    + " and optionally `preview_url`, which must lie in the configured media store, is fetched later, and is"
                    + " no part of the content." + COMMON;

    static final String DISCLOSURES = "Photos that companies received.\n\nFields: `event_id` (UUID), `photo`, `partner`"
            + " (slug), `purpose` (code), `legal_basis` (`consent`, `contract`, `legal-obligation`,"
            + " `legitimate-interest` or `none-recorded`), `disclosed_at`, and optionally `passed_on_by` (slug): the"
            + " company that passed it on." + COMMON;

    private FeedDescription() {}
}
