package io.retrace.notifications;

import java.util.Locale;

/** What a person is written to about; said by bundle keys {@code mail.person.<key>.}. */
enum Occasion {
    RECEIVED,
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
