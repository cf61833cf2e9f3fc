package io.retrace.evidence.verify;

import io.retrace.evidence.verify.Json.Elements;
import io.retrace.evidence.verify.Json.Figure;
import io.retrace.evidence.verify.Json.Members;
import io.retrace.evidence.verify.Json.Text;
import io.retrace.evidence.verify.Json.Word;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/**
 * Reads JSON in which nothing can hide: no name twice, no byte after the end, no comment, no lone surrogate, no integer that
 * a double would round. A reader that is lenient here would show one thing and verify another.
 */
final class StrictJson {

    /** Bytes of the largest file that is looked at. */
    static final int LARGEST = 8 << 20;

    private static final int DEEPEST = 64;
    private static final int LONGEST_FIGURE = 40;
    private static final double LARGEST_EXACT = 0x1p53 - 1;
    private static final Pattern FIGURE = Pattern.compile("-?(?:0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final String text;
    private int at;
    private int depth;

    private StrictJson(String text) {
        this.text = text;
    }

    static Json read(byte[] file) throws ReceiptRefused {
        var json = new StrictJson(utf8(file));
        var value = json.value();
        json.skipBlanks();
        if (json.at < json.text.length()) throw json.unreadable();
        return value;
    }

    static String utf8(byte[] file) throws ReceiptRefused {
        if (file.length > LARGEST) throw new ReceiptRefused(Flaw.TOO_LARGE, LARGEST >> 20);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ReceiptRefused(Flaw.NOT_UTF8);
        }
    }

    private Json value() throws ReceiptRefused {
        skipBlanks();
        if (++depth > DEEPEST) throw unreadable();
        var value = switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> new Text(string());
            case 't' -> word("true", Word.TRUE);
            case 'f' -> word("false", Word.FALSE);
            case 'n' -> word("null", Word.NULL);
            default -> figure();
        };
        depth--;
        return value;
    }

    private Json members() throws ReceiptRefused {
        var members = new LinkedHashMap<String, Json>();
        at++;
        skipBlanks();
        if (take('}')) return new Members(members);
        do {
            skipBlanks();
            int start = at;
            var name = string();
            skipBlanks();
            expect(':');
            var value = value();
            if (members.putIfAbsent(name, value) != null) {
                at = start;
                throw unreadable();
            }
            skipBlanks();
        } while (take(','));
        expect('}');
        return new Members(members);
    }

    private Json elements() throws ReceiptRefused {
        var elements = new ArrayList<Json>();
        at++;
        skipBlanks();
        if (take(']')) return new Elements(elements);
        do {
            elements.add(value());
            skipBlanks();
        } while (take(','));
        expect(']');
        return new Elements(elements);
    }

    private String string() throws ReceiptRefused {
        expect('"');
        int start = at;
        var string = new StringBuilder();
        while (!take('"')) {
            char c = peek();
            if (c < 0x20) throw unreadable();
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        if (string.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
            at = start;
            throw unreadable();
        }
        return string.toString();
    }

    private char escaped() throws ReceiptRefused {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unreadable();
        };
    }

    private char unicode() throws ReceiptRefused {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            char c = peek();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) throw unreadable();
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private Json figure() throws ReceiptRefused {
        var figure = FIGURE.matcher(text).region(at, Math.min(text.length(), at + LONGEST_FIGURE));
        if (!figure.lookingAt()) throw unreadable();
        double value = Double.parseDouble(figure.group());
        boolean whole = figure.group(1) == null && figure.group(2) == null;
        if (Double.isInfinite(value) || (whole && Math.abs(value) > LARGEST_EXACT)) throw unreadable();
        at = figure.end();
        return new Figure(value);
    }

    private Json word(String word, Word meaning) throws ReceiptRefused {
        if (!text.startsWith(word, at)) throw unreadable();
        at += word.length();
        return meaning;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) at++;
    }

    private char peek() throws ReceiptRefused {
        if (at >= text.length()) throw unreadable();
        return text.charAt(at);
    }

    private boolean take(char wanted) throws ReceiptRefused {
        if (peek() != wanted) return false;
        at++;
        return true;
    }

    private void expect(char wanted) throws ReceiptRefused {
        if (!take(wanted)) throw unreadable();
    }

    private ReceiptRefused unreadable() {
        return new ReceiptRefused(Flaw.NOT_JSON, at + 1);
    }
}
