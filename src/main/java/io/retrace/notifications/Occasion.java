package io.retrace.notifications;

import java.util.Locale;

/** What a person is written to about; said by bundle keys {@code mail.person.<key>.}. */
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
    SETTLED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
