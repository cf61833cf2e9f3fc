package io.retrace.evidence.merkle;

import java.util.Base64;

/** Base64 (RFC 4648 §4) with exactly one spelling per value: the JDK’s decoder also takes missing padding and stray bits. */
final class StrictBase64 {

    private StrictBase64() {}

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) throws VerificationException {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (!encode(bytes).equals(text)) throw new VerificationException("Base64 that is not canonical");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new VerificationException("not Base64", e);
        }
    }

    /** Decodes a hash of the tree: exactly 32 bytes. */
    static byte[] decodeHash(String text) throws VerificationException {
        var hash = decode(text);
        if (hash.length != MerkleHash.SIZE) {
            throw new VerificationException("a hash of " + hash.length + " bytes instead of " + MerkleHash.SIZE);
        }
        return hash;
    }

    /** A decimal number as these formats write it: digits, no sign, no leading zero. */
    static long number(String text) throws VerificationException {
        if (text.length() > 18 || !text.matches("0|[1-9][0-9]*")) throw new VerificationException("not a number");
        return Long.parseLong(text);
    }
}
