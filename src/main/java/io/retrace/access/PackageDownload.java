package io.retrace.access;

import java.time.Instant;

/** That a package was downloaded: when, and to which kind of device. */
public record PackageDownload(Instant at, Device device) {

    /** As much as a person needs to recognise a download as theirs, and no more. */
    public enum Device {
        PHONE,
        TABLET,
        COMPUTER,
        OTHER;

        /** From what a browser says of itself; only this word is kept. */
        public static Device of(String userAgent) {
            if (userAgent.contains("iPad") || userAgent.contains("Tablet")) return TABLET;
            if (userAgent.contains("Android")) return userAgent.contains("Mobile") ? PHONE : TABLET;
            if (userAgent.contains("iPhone") || userAgent.contains("Mobile")) return PHONE;
            if (userAgent.contains("Windows")
                    || userAgent.contains("Macintosh")
                    || userAgent.contains("X11")
                    || userAgent.contains("CrOS")) return COMPUTER;
            return OTHER;
        }
    }
}
