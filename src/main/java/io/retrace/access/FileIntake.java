package io.retrace.access;

import io.retrace.obligations.ObligationId;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** Files of the signed-in company for a copy that it was asked for; anything else is {@code NotFound}. */
public interface FileIntake {

    /**
     * Takes a file in: streamed, checked, encrypted. The same id with the same bytes is the same file; with other bytes a
     * {@code Conflict}. Throws {@code RuleViolation} that names why a file is refused, {@link ScannerAway} if it cannot be
     * checked now.
     *
     * @param file the company’s own id of it
     */
    Receipt receive(ObligationId obligation, UUID file, String name, InputStream body) throws IOException;

    /** Those on hand, oldest first. */
    List<CompanyFile> files(ObligationId obligation);

    CompanyFile file(ObligationId obligation, UUID file);

    /** Takes one away again; {@code Conflict} once an answer names it. */
    void remove(ObligationId obligation, UUID file);

    IntakeLimits limits();

    /** The file on hand; {@code replayed} if it had been received before. */
    record Receipt(CompanyFile file, boolean replayed) {}
}
