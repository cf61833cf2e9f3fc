package io.retrace.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The fields of one line as ranges of bytes; reused for every line. All fields of feeds are strings, and all of them are
 * ASCII: another character stands as 0, which no field allows.
 */
final class LineFields {

    private final List<String> names;
    private final byte[][] nameBytes;
    private final int[] from;
    private final int[] to;
    private byte[] bytes = new byte[0];

    LineFields(List<String> names) {
        this.names = names;
        this.nameBytes = names.stream()
                .map(name -> name.getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        this.from = new int[names.size()];
        this.to = new int[names.size()];
    }

    void begin(byte[] line) {
        bytes = line;
        Arrays.fill(from, -1);
    }

    /** Number of the field with this name, or −1; {@code guess} is tried first, because feeds keep an order. */
    int indexOf(byte[] line, int start, int end, int guess) {
        if (guess < nameBytes.length && matches(nameBytes[guess], line, start, end)) return guess;
        for (int i = 0; i < nameBytes.length; i++) {
            if (matches(nameBytes[i], line, start, end)) return i;
        }
        return -1;
    }

    int indexOf(String name) {
        return names.indexOf(name);
    }

    void put(int field, int start, int end) {
        from[field] = start;
        to[field] = end;
    }

    boolean has(int field) {
        return from[field] >= 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    String name(int field) {
        return names.get(field);
    }

    String text(int field) {
        return new String(bytes, from[field], to[field] - from[field], StandardCharsets.ISO_8859_1);
    }

    private static boolean matches(byte[] name, byte[] line, int start, int end) {
        return Arrays.equals(name, 0, name.length, line, start, end);
    }
}
