package io.retrace.access;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code retrace.packages.*}.
 *
 * @param folder where sealed packages are kept; all nodes must see the same one
 * @param keep how long a package can be downloaded
 * @param resume how long an interrupted download may go on without proving again who is asking
 * @param zone where days are counted in a package, which has no browser to ask
 */
@ConfigurationProperties("retrace.packages")
record PackageSettings(
        @DefaultValue(".retrace/packages") Path folder,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("12h") Duration resume,
        @DefaultValue("Europe/Berlin") ZoneId zone) {

    PackageSettings {
        if (keep.toDays() < 1) throw new IllegalArgumentException("retrace.packages.keep: at least a day");
        if (resume.isNegative() || resume.compareTo(keep) > 0)
            throw new IllegalArgumentException("retrace.packages.resume: not longer than it is kept");
    }
}
