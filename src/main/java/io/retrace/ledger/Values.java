package io.retrace.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Reads values out of bytes without making objects; for a feed’s millions. */
final class Values {

    /** What the readers answer for what they cannot read. */
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final int REF = 64;
    /** Longest timestamp that is worth a try: year to nanoseconds with an offset to the second. */
    private static final int TIME = 40;

    private static final long SECONDS_1970_TO_2000 = 946_684_800L;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final boolean[] REF_CHARACTER = new boolean[256];
    private static final byte[] HEX = new byte[256];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-"
                .chars()
                .forEach(character -> REF_CHARACTER[character] = true);
        for (int i = 0; i < 256; i++) HEX[i] = (byte) Character.digit(i, 16);
    }

    private Values() {}

    /** Whether it is 1–64 of {@code [A-Za-z0-9._:-]}: the platform’s names of photos and members. */
    static boolean isRef(byte[] bytes, int from, int to) {
        if (to <= from || to - from > REF) return false;
        for (int i = from; i < to; i++) {
            if (!REF_CHARACTER[bytes[i] & 0xff]) return false;
        }
        return true;
    }

    /** Whether it is a UUID as RFC 9562 §4 writes it. */
    static boolean isUuid(byte[] bytes, int from, int to) {
        if (to - from != 36) return false;
        for (int i = 0; i < 36; i++) {
            byte character = bytes[from + i];
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? character != '-' : HEX[character & 0xff] < 0) return false;
        }
        return true;
    }

    /** Upper half of what {@link #isUuid} accepted. */
    static long uuidHigh(byte[] bytes, int from) {
        return hex(bytes, from, 8) << 32 | hex(bytes, from + 9, 4) << 16 | hex(bytes, from + 14, 4);
    }

    /** Lower half. */
    static long uuidLow(byte[] bytes, int from) {
        return hex(bytes, from + 19, 4) << 48 | hex(bytes, from + 24, 12);
    }

    /** Reads 64 hexadecimal digits into 32 bytes of {@code target}; false if they are anything else. */
    static boolean sha256(byte[] bytes, int from, int to, byte[] target, int offset) {
        if (to - from != 64) return false;
        for (int i = 0; i < 32; i++) {
            int high = HEX[bytes[from + 2 * i] & 0xff];
            int low = HEX[bytes[from + 2 * i + 1] & 0xff];
            if (high < 0 || low < 0) return false;
            target[offset + i] = (byte) (high << 4 | low);
        }
        return true;
    }

    /**
     * Microseconds from the year 2000 (how PostgreSQL counts) of an ISO 8601 date and time with an offset; finer digits are
     * cut off. {@link #UNREADABLE} if it is none.
     */
    static long micros(byte[] bytes, int from, int to) {
        long micros = utcMicros(bytes, from, to);
        return micros != UNREADABLE ? micros : anyMicros(bytes, from, to);
    }

    /** The usual form, {@code 2026-03-01T10:00:00[.123456789]Z}. */
    private static long utcMicros(byte[] b, int from, int to) {
        if (to - from < 20 || to - from > 30 || b[to - 1] != 'Z') return UNREADABLE;
        if (b[from + 4] != '-' || b[from + 7] != '-' || b[from + 10] != 'T') return UNREADABLE;
        if (b[from + 13] != ':' || b[from + 16] != ':') return UNREADABLE;
        int year = digits(b, from, 4);
        int month = digits(b, from + 5, 2);
        int day = digits(b, from + 8, 2);
        int hour = digits(b, from + 11, 2);
        int minute = digits(b, from + 14, 2);
        int second = digits(b, from + 17, 2);
        if ((year | hour | minute | second) < 0 || month < 1 || month > 12) return UNREADABLE;
        // the leap day is left to the library
        if (day < 1 || day > DAYS[month - 1] || hour > 23 || minute > 59 || second > 59) return UNREADABLE;
        long micros = fraction(b, from + 19, to - 1);
        if (micros < 0) return UNREADABLE;
        long seconds = daysFrom2000(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second;
        return seconds * 1_000_000 + micros;
    }

    private static long anyMicros(byte[] bytes, int from, int to) {
        if (to - from > TIME) return UNREADABLE;
        try {
            var instant = OffsetDateTime.parse(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                    .toInstant();
            return Math.addExact(
                    Math.multiplyExact(instant.getEpochSecond() - SECONDS_1970_TO_2000, 1_000_000L),
                    instant.getNano() / 1_000);
        } catch (DateTimeException | ArithmeticException e) {
            return UNREADABLE;
        }
    }

    /** Days in the proleptic Gregorian calendar, counted from 1 March so that the leap day comes last. */
    private static long daysFrom2000(int year, int month, int day) {
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 730_425;
    }

    /** Microseconds after a point, 0 if there is nothing, −1 if it is something else. */
    private static long fraction(byte[] b, int from, int to) {
        if (from == to) return 0;
        if (b[from] != '.' || to == from + 1) return -1;
        long micros = 0;
        for (int i = from + 1; i < to; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) return -1;
            if (i <= from + 6) micros = micros * 10 + digit;
        }
        for (int i = to - from - 1; i < 6; i++) micros *= 10;
        return micros;
    }

    private static int digits(byte[] b, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) return -1;
            value = value * 10 + digit;
        }
        return value;
    }

    private static long hex(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) value = value << 4 | HEX[bytes[i] & 0xff];
        return value;
    }
}
