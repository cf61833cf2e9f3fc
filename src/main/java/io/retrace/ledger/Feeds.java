package io.retrace.ledger;

import java.io.InputStream;

/**
 * Takes in what the platform reports, line by line and in bounded memory. Repeating a feed, whole or in part, changes
 * nothing. Both read the stream to its end or to where the report says they stopped; neither closes it.
 */
public interface Feeds {

    /** Photos that members uploaded; {@code gzip} says whether the body is compressed. */
    FeedReport photos(InputStream body, boolean gzip);

    /** Photos that companies received; {@code gzip} says whether the body is compressed. */
    FeedReport disclosures(InputStream body, boolean gzip);
}
