package io.retrace.ui.member;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;

/** How the home page orders what companies received; it stands in the address. */
enum GalleryMode {
    PHOTO,
    COMPANY,
    TIME;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String address() {
        return this == PHOTO ? "" : "?by=" + key();
    }

    static GalleryMode of(QueryParameters parameters) {
        var by = parameters.getSingleParameter("by").orElse("");
        return Arrays.stream(values())
                .filter(mode -> mode.key().equals(by))
                .findFirst()
                .orElse(PHOTO);
    }
}
