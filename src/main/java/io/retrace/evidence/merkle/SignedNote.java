package io.retrace.evidence.merkle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** A signed text (C2SP signed-note v1.0.0). Opening it is the only way to its text, so that nobody reads one unchecked. */
public final class SignedNote {

    /** The specification asks for at least 16; more would only be work for whoever is made to check them. */
    private static final int MOST_SIGNATURES = 64;

    private static final String SEPARATOR = "\n\n";
    private static final String LEAD = "— ";

    private SignedNote() {}

    /**
     * The text, if at least one known key signed it. Signatures by unknown keys are ignored; a bad signature by a known
     * key rejects the note.
     */
    public static String open(byte[] note, Collection<VerifierKey> known) throws VerificationException {
        var decoded = decode(note);
        int end = decoded.lastIndexOf(SEPARATOR);
        if (end < 0) throw new VerificationException("no empty line before the signatures");
        var text = decoded.substring(0, end + 1);
        if (!isText(text)) throw new VerificationException("a control character in the note");
        var message = text.getBytes(StandardCharsets.UTF_8);
        int good = 0;
        for (var signature : signatures(decoded.substring(end + SEPARATOR.length()))) {
            for (var key : known) {
                if (!signature.claims(key)) continue;
                if (!key.verifies(message, signature.bytes())) {
                    throw new VerificationException("the signature of " + key.name() + " is wrong");
                }
                good++;
            }
        }
        if (good == 0) throw new VerificationException("no signature of a known key");
        return text;
    }

    /** Whether these are lines of a note: each ended by a line feed, no other control character, no lone surrogate. */
    static boolean isText(String text) {
        return text.endsWith("\n")
                && text.codePoints().noneMatch(c -> (c < 0x20 && c != '\n') || (c >= 0xd800 && c <= 0xdfff));
    }

    private static String decode(byte[] note) throws VerificationException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new VerificationException("the note is not UTF-8", e);
        }
    }

    private static List<Claim> signatures(String lines) throws VerificationException {
        if (!lines.endsWith("\n")) throw new VerificationException("the last line is not ended");
        var split = lines.substring(0, lines.length() - 1).split("\n", -1);
        if (split.length > MOST_SIGNATURES) throw new VerificationException("too many signatures");
        var claims = new ArrayList<Claim>();
        for (var line : split) claims.add(Claim.parse(line));
        return claims;
    }

    private record Claim(String name, int keyId, byte[] bytes) {

        static Claim parse(String line) throws VerificationException {
            var parts = line.startsWith(LEAD) ? line.substring(LEAD.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || !VerifierKey.isName(parts[0]))
                throw new VerificationException("not a signature line");
            var blob = StrictBase64.decode(parts[1]);
            if (blob.length <= Integer.BYTES) throw new VerificationException("a signature line without a signature");
            return new Claim(
                    parts[0], ByteBuffer.wrap(blob).getInt(), Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
        }

        boolean claims(VerifierKey key) {
            return name.equals(key.name()) && keyId == key.id();
        }
    }
}
