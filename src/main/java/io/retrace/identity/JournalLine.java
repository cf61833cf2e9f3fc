package io.retrace.identity;

import io.retrace.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/**
 * One line of the erasure journal: {@code <no> <instant> <kind> <subject> <detail> <mac>}. The code is an HMAC-SHA256 over
 * the code before it and this line’s text, so no line can be changed, left out, added or moved without the key.
 *
 * @param no from 1, without gaps
 * @param kind what happened, such as {@code erased}
 * @param detail without blanks; what it means is the kind’s own
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its code alone, in constant time
record JournalLine(long no, Instant at, String kind, SubjectId subject, String detail, byte[] mac) {

    private static final String CONTEXT = "erasure-journal";

    JournalLine {
        if (no < 1) throw new IllegalArgumentException("lines count from 1");
        if (!kind.matches("[a-z][a-z-]{0,30}")) throw new IllegalArgumentException("not a kind");
        if (!detail.matches("[!-~]+")) throw new IllegalArgumentException("a detail has no blanks");
    }

    static JournalLine after(
            byte[] before, long no, Instant at, String kind, SubjectId subject, String detail, SecretBox box) {
        return new JournalLine(no, at, kind, subject, detail, code(before, text(no, at, kind, subject, detail), box));
    }

    /** Reads a line and checks its code; throws {@link IllegalArgumentException} if it is not what was written. */
    static JournalLine read(byte[] before, String line, SecretBox box) {
        var parts = line.split(" ", -1);
        if (parts.length != 6) throw new IllegalArgumentException("not a line of a journal");
        var written = HexFormat.of().parseHex(parts[5]);
        var text = line.substring(0, line.length() - parts[5].length() - 1);
        if (!MessageDigest.isEqual(written, code(before, text, box))) {
            throw new IllegalArgumentException("its code does not fit");
        }
        return new JournalLine(
                Long.parseLong(parts[0]),
                Instant.parse(parts[1]),
                parts[2],
                new SubjectId(UUID.fromString(parts[3])),
                parts[4],
                written);
    }

    static byte[] code(byte[] before, String text, SecretBox box) {
        return box.mac(CONTEXT, before, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean hasCode(byte[] other) {
        return MessageDigest.isEqual(mac, other);
    }

    /** As it is written, without its end. */
    String text() {
        return text(no, at, kind, subject, detail) + " " + HexFormat.of().formatHex(mac);
    }

    private static String text(long no, Instant at, String kind, SubjectId subject, String detail) {
        return no + " " + at + " " + kind + " " + subject + " " + detail;
    }
}
