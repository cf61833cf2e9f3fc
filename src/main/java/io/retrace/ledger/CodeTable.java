package io.retrace.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Finds the number of a code that stands somewhere in a byte array; fixed once made. */
final class CodeTable {

    /** No such code; numbers are never negative. */
    static final int NONE = -1;

    private final byte[][] codes;
    private final int[] numbers;

    CodeTable(Map<String, Integer> numbersByCode) {
        int size = Integer.highestOneBit(Math.max(8, numbersByCode.size() * 4));
        codes = new byte[size][];
        numbers = new int[size];
        numbersByCode.forEach((code, number) -> put(code.getBytes(StandardCharsets.US_ASCII), number));
    }

    int number(byte[] bytes, int from, int to) {
        int slot = hash(bytes, from, to) & codes.length - 1;
        while (codes[slot] != null) {
            if (Arrays.equals(codes[slot], 0, codes[slot].length, bytes, from, to)) return numbers[slot];
            slot = slot + 1 & codes.length - 1;
        }
        return NONE;
    }

    private void put(byte[] code, int number) {
        int slot = hash(code, 0, code.length) & codes.length - 1;
        while (codes[slot] != null) slot = slot + 1 & codes.length - 1;
        codes[slot] = code;
        numbers[slot] = number;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) hash = hash * 31 + bytes[i];
        return hash ^ hash >>> 15;
    }
}
