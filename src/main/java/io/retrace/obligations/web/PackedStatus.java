package io.retrace.obligations.web;

import io.retrace.obligations.AnswerIntake;
import io.retrace.shared.DomainException.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** The one file of answers in a ZIP. Unpacked in memory and only up to the limit; no name is ever a path on a disk. */
final class PackedStatus {

    private static final String NAME = "status.csv";

    private PackedStatus() {}

    static byte[] unpack(byte[] zip) {
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            var first = entries.getNextEntry();
            if (first == null || !first.getName().equals(NAME)) throw refused();
            var csv = entries.readNBytes(AnswerIntake.MOST_BYTES + 1);
            if (csv.length > AnswerIntake.MOST_BYTES) throw new AnswerTooLarge();
            if (entries.getNextEntry() != null) throw refused();
            return csv;
        } catch (IOException | IllegalArgumentException e) {
            throw refused(); // not a ZIP, or a broken one
        }
    }

    private static RuleViolation refused() {
        return new RuleViolation("file", "error.exchange.zip", NAME);
    }
}
