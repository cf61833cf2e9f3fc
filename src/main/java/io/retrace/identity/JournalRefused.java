package io.retrace.identity;

import java.nio.file.Path;

/** The erasure journal and the database do not fit: starting could bring erased people back. Says what, and the cure. */
final class JournalRefused extends RuntimeException {

    private static final String CURE =
            "Put the journal back from where you keep it (it is not part of the database’s backup) and start again; if it is"
                    + " lost for good, ./retrace restore-check --journal-is-lost begins a new one.";

    private final String cure;

    private JournalRefused(String what, String cure) {
        super(what);
        this.cure = cure;
    }

    static JournalRefused missing(Path path, long no) {
        return new JournalRefused(
                "The erasure journal %s is missing; this database has seen %d of its lines.".formatted(path, no), CURE);
    }

    static JournalRefused cut(Path path, long no, long known) {
        return new JournalRefused(
                "The erasure journal %s ends at line %d, but this database has seen line %d."
                        .formatted(path, no, known),
                CURE);
    }

    static JournalRefused other(Path path, long known) {
        return new JournalRefused(
                "The erasure journal %s belongs to another database: its line %d is not the one this database has seen."
                        .formatted(path, known),
                CURE);
    }

    static JournalRefused altered(Path path, long no) {
        return new JournalRefused(
                "The erasure journal %s was altered%s, or retrace.secret-key is not the one it was written with."
                        .formatted(path, no == 0 ? " in its first line" : " at entry " + no),
                CURE);
    }

    static JournalRefused unknownKind(Path path, JournalLine line) {
        return new JournalRefused(
                "The erasure journal %s says “%s” at line %d, which this version does not know."
                        .formatted(path, line.kind(), line.no()),
                "Start the version of Retrace that wrote it, or a newer one.");
    }

    String cure() {
        return cure;
    }
}
