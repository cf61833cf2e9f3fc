package io.retrace.identity.spi;

import io.retrace.identity.SubjectId;
import java.time.Instant;

/** What a module writes into the erasure journal, and how it is done again after a restore. */
public interface JournalKind {

    /** What its lines are called, in kebab-case; a stored name. */
    String kind();

    /**
     * Does again what the line says, in the caller’s transaction. It may be true already, and what it is about may not be in
     * this database.
     *
     * @return how many rows it changed
     */
    int apply(SubjectId subject, Instant at, String detail);
}
