package io.retrace.audit;

import io.retrace.audit.BundleRows.Signed;
import io.retrace.partners.SigningKey;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The part of a bundle that says who vouches for each declaration. Signed bytes, signature and key are files of their own,
 * so that any program that knows Ed25519 checks them as they are.
 */
@Component
class BundleSignatures {

    private final BundleRows rows;
    private final KnownPhotos photos;

    BundleSignatures(BundleRows rows, KnownPhotos photos) {
        this.rows = rows;
        this.photos = photos;
    }

    void write(BundleZip zip, AuditedRequest request, @Nullable Redaction redaction) {
        var index = new ArrayList<Map<String, @Nullable Object>>();
        rows.signatures(request.id(), block -> {
            var path = "signatures/" + block.obligation() + "-v" + block.version();
            zip.file(path + ".sig", out -> out.write(block.signature()));
            zip.file(path + ".pem", pem(block.key()));
            var signed = block.signed();
            var shown = signed != null && (redaction == null || leadsToNoPhoto(signed, request));
            // a changed message would have no signature: what may not be shown whole is told by its digest
            if (signed != null && shown) zip.file(path + ".signed", out -> out.write(signed));
            index.add(entry(block, path, shown));
        });
        zip.json("signatures.json", index);
    }

    private boolean leadsToNoPhoto(byte[] signed, AuditedRequest request) {
        var text = new String(signed, StandardCharsets.UTF_8);
        return photos.among(request.subject(), Redaction.tokens(text)).isEmpty();
    }

    private static Map<String, @Nullable Object> entry(Signed block, String path, boolean shown) {
        var entry = new LinkedHashMap<String, @Nullable Object>();
        var signed = block.signed();
        var message = signed == null ? null : message(block.scheme(), signed);
        entry.put("obligation", block.obligation());
        entry.put("version", block.version());
        entry.put("signer", block.signer());
        entry.put("kind", block.scheme());
        entry.put("algorithm", "Ed25519");
        entry.put("key_id", thumbprint(block.key()));
        entry.put("public_key", Base64.getEncoder().encodeToString(block.key().raw()));
        entry.put("signature", Base64.getEncoder().encodeToString(block.signature()));
        entry.put("verdict", verdict(block));
        entry.put("signed_sha256", block.digest().toString());
        entry.put("message_sha256", message == null ? null : Sha256.of(message).toString());
        entry.put("attestation_sha256", block.form().toString());
        entry.put("withheld", !shown);
        entry.put("files", path);
        return entry;
    }

    /** What we found; nothing is found of bytes that were forgotten with their person. */
    private static String verdict(Signed block) {
        var signed = block.signed();
        if (signed == null) return "forgotten";
        return block.key().verifies(signed, block.signature()) ? "good" : "bad";
    }

    /** The company’s message as it came in, behind what its scheme puts in front; the portal’s own words are no message. */
    private static byte @Nullable [] message(String scheme, byte[] signed) {
        return switch (scheme) {
            case "jws" -> behind(signed, 1);
            case "standard-webhooks" -> behind(signed, 2);
            default -> null;
        };
    }

    private static byte[] behind(byte[] signed, int dots) {
        int start = 0;
        for (int seen = 0; seen < dots; start++) if (signed[start] == '.') seen++;
        return Arrays.copyOfRange(signed, start, signed.length);
    }

    /** The name of a key that everybody finds alike: RFC 7638 over RFC 8037. */
    private static String thumbprint(SigningKey key) {
        var url = Base64.getUrlEncoder().withoutPadding();
        var jwk = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + url.encodeToString(key.raw()) + "\"}";
        return url.encodeToString(
                Sha256.of(jwk.getBytes(StandardCharsets.US_ASCII)).bytes());
    }

    /** RFC 7468, RFC 8410. */
    private static String pem(SigningKey key) {
        var prefix = new byte[] {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
        var der = Arrays.copyOf(prefix, prefix.length + key.raw().length);
        System.arraycopy(key.raw(), 0, der, prefix.length, key.raw().length);
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
    }
}
