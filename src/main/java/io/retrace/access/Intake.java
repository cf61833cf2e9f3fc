package io.retrace.access;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Reads an upload to its end or to the limit: counts it, digests it, hands it on. */
final class Intake {

    private static final int STEP = 64 * 1024;

    private Intake() {}

    /** How long it was and what it was. */
    record Read(long bytes, Sha256 sha256) {}

    static Read copy(InputStream in, OutputStream out, IntakeLimits limits) throws IOException {
        var digest = sha256();
        var buffer = new byte[STEP];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            bytes += read;
            if (bytes > limits.file().toBytes()) {
                throw new RuleViolation(
                        "file", "error.file.too-large", limits.file().toMegabytes());
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return new Read(bytes, new Sha256(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
