package io.retrace.obligations;

import io.retrace.obligations.SignatureBlock.Scheme;
import io.retrace.partners.SigningKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a company’s own signature over the raw bytes of its answer, before anything of them is parsed. */
final class CompanySignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST = 4096;
    private static final JsonMapper JSON = JsonMapper.shared();

    private CompanySignature() {}

    /** The block to keep, or {@code null} if there is no signature at all; throws {@code ForgedAnswer}. */
    static @Nullable SignatureBlock check(
            SignatureHeaders headers, byte[] body, ObligationId obligation, SigningKey key, Instant now) {
        if (headers.jws() == null && headers.signature() == null) return null;
        mustBeText(body);
        return headers.jws() != null
                ? jws(headers.jws(), body, obligation, key)
                : webhook(headers, body, obligation, key, now);
    }

    private static SignatureBlock jws(String jws, byte[] body, ObligationId obligation, SigningKey key) {
        var parts = jws.split("\\.", -1);
        if (jws.length() > LONGEST || parts.length != 3 || !parts[1].isEmpty())
            throw new ForgedAnswer("not a detached JWS");
        var header = header(parts[0]);
        // alg first: what else the header says counts only under a signature of this kind
        if (!header.path("alg").asString("").matches("EdDSA|Ed25519")) throw new ForgedAnswer("alg");
        if (header.path("b64").asBoolean(true) || !critical(header).equals(List.of("b64")))
            throw new ForgedAnswer("b64 or crit");
        if (!header.path("sub").asString("").equals(obligation.toString()))
            throw new ForgedAnswer("another obligation");
        return verified(Scheme.JWS, key, joined(parts[0] + ".", body), decode(Base64.getUrlDecoder(), parts[2]));
    }

    private static SignatureBlock webhook(
            SignatureHeaders headers, byte[] body, ObligationId obligation, SigningKey key, Instant now) {
        var id = headers.id() == null ? "" : headers.id();
        var timestamp = headers.timestamp() == null ? "" : headers.timestamp();
        var signatures = headers.signature() == null ? "" : headers.signature();
        if (id.length() > 200 || id.indexOf('.') >= 0 || !id.startsWith(obligation.toString()))
            throw new ForgedAnswer("another obligation");
        if (signatures.length() > LONGEST || !fresh(timestamp, now)) throw new ForgedAnswer("stale");
        var signed = joined(id + "." + timestamp + ".", body);
        for (var one : signatures.split(" ", -1)) {
            if (!one.startsWith("v1a,")) continue; // another scheme, another key
            var signature = decode(Base64.getDecoder(), one.substring("v1a,".length()));
            if (key.verifies(signed, signature))
                return new SignatureBlock("company", Scheme.STANDARD_WEBHOOKS, key, signed, signature);
        }
        throw new ForgedAnswer("no signature by its key");
    }

    private static SignatureBlock verified(Scheme scheme, SigningKey key, byte[] signed, byte[] signature) {
        if (!key.verifies(signed, signature)) throw new ForgedAnswer("no signature by its key");
        return new SignatureBlock("company", scheme, key, signed, signature);
    }

    private static JsonNode header(String part) {
        try {
            return JSON.readTree(decode(Base64.getUrlDecoder(), part));
        } catch (JacksonException e) {
            throw new ForgedAnswer("the protected header is not JSON");
        }
    }

    private static List<String> critical(JsonNode header) {
        var names = new ArrayList<String>();
        for (var name : header.path("crit")) names.add(name.asString(""));
        return names;
    }

    private static boolean fresh(String timestamp, Instant now) {
        try {
            var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now);
            return age.abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static byte[] decode(Base64.Decoder decoder, String text) {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new ForgedAnswer("not Base64");
        }
    }

    private static byte[] joined(String head, byte[] body) {
        var bytes = head.getBytes(StandardCharsets.UTF_8);
        var joined = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, joined, bytes.length, body.length);
        return joined;
    }

    /** A receipt shows what was signed as text. */
    private static void mustBeText(byte[] body) {
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new ForgedAnswer("not UTF-8");
        }
    }
}
