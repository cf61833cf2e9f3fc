package io.retrace.access.inspection;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Refuses a PDF (ISO 32000-2) that could act, hide a file or hide itself. Names are looked for everywhere, also inside
 * compressed streams, however they are escaped; whoever compresses objects in a way we cannot look into is refused.
 */
final class PdfCheck {

    private static final Set<String> ACTIVE = Set.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "EmbeddedFiles",
            "RichMedia",
            "XFA",
            "SubmitForm",
            "ImportData",
            "GoToE");
    private static final Set<String> OPAQUE =
            Set.of("LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "Crypt");
    private static final long MOST_INFLATED = 1L << 30;
    private static final int TAIL = 1024;

    private final Content content;
    private final Set<String> ofThisObject = new HashSet<>();
    private final StringBuilder lately = new StringBuilder();
    private long position;
    private long inflated;
    private long deflated;

    private PdfCheck(Content content) {
        this.content = content;
    }

    static void check(Content content) throws IOException {
        endsAsOne(content);
        try (var in = new BufferedInputStream(content.from(0), 64 * 1024)) {
            new PdfCheck(content).walk(in);
        }
    }

    private static void endsAsOne(Content content) throws IOException {
        try (var in = content.from(Math.max(0, content.size() - TAIL))) {
            var tail = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            int end = tail.lastIndexOf("%%EOF");
            if (end < 0) throw Refusals.broken(FileType.PDF);
            if (!tail.substring(end + 5).isBlank()) throw Refusals.polyglot();
        }
    }

    private void walk(InputStream in) throws IOException {
        var names = new PdfNames(this::name);
        for (int next = in.read(); next >= 0; next = in.read()) {
            position++;
            names.take(next);
            lately.append((char) next);
            if (lately.length() > 16) lately.deleteCharAt(0);
            if (next == 'j' && endsWith("endobj")) ofThisObject.clear();
            if (next == '\n'
                    && (endsWith("stream\n") || endsWith("stream\r\n"))
                    && !endsWith("endstream\n")
                    && !endsWith("endstream\r\n")) {
                stream();
            }
        }
        names.take(' ');
    }

    /** Looks into a stream beside the walk: its raw bytes are walked as well. */
    private void stream() throws IOException {
        if (ofThisObject.contains("ObjStm") && ofThisObject.stream().anyMatch(OPAQUE::contains)) {
            throw Refusals.because("pdf-opaque");
        }
        try (var in = content.from(position)) {
            int first = in.read();
            int second = in.read();
            if ((first & 0x0f) == 8 && (first << 8 | second) % 31 == 0) inflate(in, first, second);
        }
    }

    private void inflate(InputStream in, int first, int second) throws IOException {
        var names = new PdfNames(this::name);
        var inflater = new Inflater();
        var input = new byte[8 * 1024];
        var output = new byte[32 * 1024];
        try {
            input[0] = (byte) first;
            input[1] = (byte) second;
            int read = 2;
            while (read > 0 && !inflater.finished()) {
                inflater.setInput(input, 0, read);
                for (int made = inflater.inflate(output); made > 0; made = inflater.inflate(output)) {
                    inflated += made;
                    if (inflated > MOST_INFLATED) throw Refusals.because("pdf-bomb");
                    for (int i = 0; i < made; i++) names.take(output[i] & 0xff);
                }
                read = in.read(input);
                deflated += Math.max(0, read);
                // streams do not overlap: whoever makes us read more than twice the file wants us to be busy
                if (deflated > 2 * content.size() + input.length) throw Refusals.because("pdf-bomb");
            }
        } catch (DataFormatException e) {
            // a reader cannot inflate it either; its raw bytes are walked anyway
        } finally {
            inflater.end();
        }
        names.take(' ');
    }

    private void name(String name) {
        if (ACTIVE.contains(name)) throw Refusals.because("pdf-active", name);
        if (name.equals("Encrypt")) throw Refusals.because("pdf-encrypted");
        if (ofThisObject.size() < 10_000) ofThisObject.add(name);
    }

    private boolean endsWith(String word) {
        return lately.length() >= word.length() && lately.indexOf(word, lately.length() - word.length()) >= 0;
    }
}
