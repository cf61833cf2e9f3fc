package io.retrace.access;

import java.io.IOException;
import java.io.Writer;

/** Writes HTML: markup is ours and constant, everything else goes through {@link #text} or {@link #attribute}. */
final class Html {

    private final Writer out;

    Html(Writer out) {
        this.out = out;
    }

    /** Markup as it stands in our code. */
    Html raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Anything that was said or read. */
    Html text(String text) throws IOException {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isPlain(text.charAt(i))) continue;
            out.write(text, written, i - written); // in runs: a writer takes a lock for every call
            escape(text.charAt(i));
            written = i + 1;
        }
        out.write(text, written, text.length() - written);
        return this;
    }

    /** <code> name="value"</code> */
    Html attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        text(value);
        out.write('"');
        return this;
    }

    /** An element with nothing but text in it; {@code start} is its start tag without the last bracket. */
    Html element(String start, String text) throws IOException {
        int end = start.indexOf(' ');
        raw("<").raw(start).raw(">").text(text);
        return raw("</").raw(end < 0 ? start : start.substring(0, end)).raw(">\n");
    }

    private static boolean isPlain(char character) {
        return character > '>' || (character >= ' ' && "<>&\"'".indexOf(character) < 0);
    }

    private void escape(char character) throws IOException {
        switch (character) {
            case '<' -> out.write("&lt;");
            case '>' -> out.write("&gt;");
            case '&' -> out.write("&amp;");
            case '"' -> out.write("&quot;");
            case '\'' -> out.write("&#39;");
            default -> {
                // control characters are no part of HTML
                if (character >= ' ' || character == '\n' || character == '\t') out.write(character);
            }
        }
    }
}
