package io.retrace.evidence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What opens a leaf: {@code commitment = SHA-256(salt || body)}.
 *
 * @param concerns the person whose record keeps it, or {@code null}
 * @param salt 64 hexadecimal digits
 * @param body canonical JSON (RFC 8785) of the event: ids, numbers and times, never personal data
 */
public record LeafOpening(@Nullable UUID concerns, String salt, String body) {}
