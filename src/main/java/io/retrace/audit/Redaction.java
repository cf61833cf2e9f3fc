package io.retrace.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces what leads to a photo by a pseudonym under a key that lives as long as one bundle: within the bundle the same
 * photo keeps the same name, and nobody can match two bundles, or a bundle and a photo.
 */
final class Redaction {

    /** Ids and SHA-256 digests as people write them, with or without dashes, in any case. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)(?<![0-9a-f])(?:[0-9a-f]{64}|[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12})(?![0-9a-f])");

    private static final int SHOWN_BYTES = 16;

    private final Mac mac;

    Redaction() {
        try {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** The name of this id or hash in the bundle. */
    String pseudonym(String kind, String value) {
        var hash = mac.doFinal((kind + ":" + plain(value)).getBytes(StandardCharsets.UTF_8));
        return kind + "-" + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    }

    /** Everything in a text that may lead to a photo, in one spelling. */
    static Set<String> tokens(String text) {
        return TOKEN.matcher(text)
                .results()
                .map(found -> plain(found.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The text with every token of {@code known} replaced; {@code known} tells what kind of thing it stands for. */
    String text(String text, Map<String, String> known) {
        if (known.isEmpty()) return text;
        Function<String, String> kind = token -> known.getOrDefault(plain(token), "");
        return TOKEN.matcher(text)
                .replaceAll(found -> kind.apply(found.group()).isEmpty()
                        ? found.group()
                        : pseudonym(kind.apply(found.group()), found.group()));
    }

    private static String plain(String token) {
        return token.toLowerCase(Locale.ROOT).replace("-", "");
    }
}
