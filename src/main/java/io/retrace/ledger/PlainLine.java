package io.retrace.ledger;

/**
 * Reads the usual line: one flat object of known, unrepeated names and printable ASCII strings without escapes. Anything
 * else, right or wrong, is left to {@link JsonLine}, which decides.
 */
final class PlainLine {

    private PlainLine() {}

    static boolean read(byte[] line, int start, int end, LineFields fields) {
        fields.begin(line);
        int at = space(line, start, end);
        if (at >= end || line[at++] != '{') return false;
        for (int guess = 0; ; guess++) {
            at = space(line, at, end);
            if (at >= end || line[at++] != '"') return false;
            int name = at;
            at = quote(line, at, end);
            if (at < 0) return false;
            int field = fields.indexOf(line, name, at, guess);
            if (field < 0 || fields.has(field)) return false;
            at = space(line, at + 1, end);
            if (at >= end || line[at++] != ':') return false;
            at = space(line, at, end);
            if (at >= end || line[at++] != '"') return false;
            int value = at;
            at = quote(line, at, end);
            if (at < 0) return false;
            fields.put(field, value, at);
            at = space(line, at + 1, end);
            if (at >= end) return false;
            if (line[at] == '}') return space(line, at + 1, end) == end;
            if (line[at++] != ',') return false;
        }
    }

    private static int space(byte[] line, int at, int end) {
        while (at < end && (line[at] == ' ' || line[at] == '\t')) at++;
        return at;
    }

    /** The closing quote, or −1 if something comes before it that is not plain. */
    private static int quote(byte[] line, int at, int end) {
        for (; at < end; at++) {
            byte character = line[at];
            if (character == '"') return at;
            if (character < ' ' || character == '\\' || character == 0x7f) return -1;
        }
        return -1;
    }
}
