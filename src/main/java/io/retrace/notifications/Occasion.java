package io.retrace.notifications;

import java.util.Locale;

/** What a person is written to about; said by bundle keys {@code mail.person.<key>.}, or {@code mail.account.<key>.} where it is no request. */
enum Occasion {
    RECEIVED,
    /** Received and gone out at once: it cannot be taken back, so both are one mail. */
    UNDERWAY,
    MERGED,
    WITHDRAWN,
    /** Stands for every company that is asked now: one mail, not one each. */
    RELEASED,
    ANSWERED,
    SILENT,
    SETTLED,
    /** A copy can be downloaded. */
    READY,
    /** The account is to be closed: the person ordered it, or the platform did. */
    CLOSING,
    CLOSING_BY_PLATFORM,
    /** The account stays after all. */
    KEPT,
    /** An agent filed something on behalf of the person, who is to say whether they want it. */
    ASKED_FOR_YOU;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
