package io.retrace.access;

import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What every page of a package has around it: complete in itself, no script, nothing from anywhere else. Its policy allows
 * this one style sheet and pictures that lie beside it, and so forbids the rest.
 */
final class Sheet {

    private static final String STYLE = style();
    private static final String POLICY = "default-src 'none'; style-src '" + digest(STYLE)
            + "'; img-src file: 'self'; base-uri 'none'; form-action 'none'";

    private Sheet() {}

    /** Writes what stands between head and foot. */
    interface Body {
        void write(Html html) throws IOException;
    }

    /** {@code up} leads from the page to the top of the package: empty or {@code ../}. */
    static void write(Writer out, String title, String up, Phrasebook words, Body body) throws IOException {
        var html = new Html(out);
        html.raw("<!doctype html>\n<html")
                .attribute("lang", words.locale().getLanguage())
                .raw(">\n<head>\n");
        html.raw("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
                .attribute("content", POLICY)
                .raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw(
                        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
                .element("title", title + " · Retrace")
                .raw("<style>")
                .raw(STYLE)
                .raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">")
                .text(words.say("package.skip"))
                .raw("</a>\n<header class=\"bar\"><a class=\"mark\"")
                .attribute("href", up + "index.html")
                .raw("><span aria-hidden=\"true\" class=\"dot\"></span>Retrace</a></header>\n<main id=\"main\">\n");
        body.write(html);
        html.raw("</main>\n<footer class=\"small soft\"><p>")
                .text(words.say("package.footer"))
                .raw("</p></footer>\n</body>\n</html>\n");
    }

    private static String style() {
        try (InputStream in = Sheet.class.getResourceAsStream("/access/package.css")) {
            if (in == null) throw new IllegalStateException("access/package.css is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String style) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
