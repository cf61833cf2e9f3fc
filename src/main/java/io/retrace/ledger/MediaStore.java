package io.retrace.ledger;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one place previews may be fetched from: no other host, port or folder, however the address is written. */
@Component
final class MediaStore {

    private static final int LONGEST = 2_000;
    /** Nothing that a server might read as a way out of the folder. */
    private static final Pattern ESCAPES = Pattern.compile("(^|/)\\.{1,2}(/|$)|\\\\|//|%2e|%2f|%5c|%00");

    private final @Nullable URI prefix;

    MediaStore(LedgerSettings settings) {
        this.prefix = settings.mediaStore();
    }

    boolean holds(String url) {
        if (prefix == null || url.length() > LONGEST) return false;
        try {
            return holds(prefix, URI.create(url));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean holds(URI prefix, URI url) {
        var path = url.getRawPath();
        return prefix.getScheme().equals(url.getScheme())
                && prefix.getHost().equalsIgnoreCase(url.getHost())
                && prefix.getPort() == url.getPort()
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && path.startsWith(prefix.getRawPath())
                && !ESCAPES.matcher(path.toLowerCase(Locale.ROOT)).find();
    }
}
