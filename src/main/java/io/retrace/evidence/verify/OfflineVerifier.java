package io.retrace.evidence.verify;

import io.retrace.evidence.verify.Json.Members;
import io.retrace.evidence.verify.Json.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The page that checks a receipt in a browser, as one file to keep: it loads nothing, asks nobody and needs no server. Its own
 * content security policy lets exactly its one script and its one style run, by their hashes.
 */
public final class OfflineVerifier {

    /** Name under which people save it. */
    public static final String FILE_NAME = "retrace-verifier.html";

    private static final String FOLDER = "/verifier/verifier.";

    private static final OfflineVerifier VERIFIER = new OfflineVerifier();

    private final String policy;
    private final byte[] page;

    private OfflineVerifier() {
        var style = read("css");
        var script = read("js");
        policy = "default-src 'none'; img-src data:; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; base-uri 'none'; form-action 'none'";
        page = read("html")
                .replace("{{policy}}", policy)
                .replace("{{style}}", style)
                .replace("{{script}}", script)
                .replace("{{verify.page.script}}", texts(Locale.ROOT).getString("verify.page.script"))
                .replace("{{texts}}", bothLanguages())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The whole file, UTF-8. */
    public static byte[] page() {
        return VERIFIER.page.clone();
    }

    /** Its content security policy, which it also carries itself. */
    public static String policy() {
        return VERIFIER.policy;
    }

    private static String bothLanguages() {
        var texts = new Members(Map.of("en", sentences(texts(Locale.ROOT)), "de", sentences(texts(Locale.GERMAN))));
        // a script element ends at the first </, even inside a string
        return new String(CanonicalJson.of(texts), StandardCharsets.UTF_8).replace("<", "\\u003c");
    }

    private static Members sentences(ResourceBundle texts) {
        var sentences = new HashMap<String, Json>();
        for (var key : texts.keySet()) {
            if (key.startsWith("verify.")) sentences.put(key, new Text(texts.getString(key)));
        }
        return new Members(sentences);
    }

    static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "vaadin-i18n.translations",
                locale.getLanguage().equals("de") ? Locale.GERMAN : Locale.ROOT,
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private static String read(String extension) {
        try (var file = OfflineVerifier.class.getResourceAsStream(FOLDER + extension)) {
            if (file == null) throw new IllegalStateException(FOLDER + extension + " is not on the class path");
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
