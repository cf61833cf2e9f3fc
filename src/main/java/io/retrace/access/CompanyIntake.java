package io.retrace.access;

import io.retrace.access.inspection.FileInspection;
import io.retrace.access.inspection.FileNames;
import io.retrace.access.inspection.ZipLimits;
import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.obligations.CopyQuestions;
import io.retrace.obligations.CopyQuestions.RefusedFile;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.Responder;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.TimeOrderedId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Takes files in without ever holding one: sealed as it arrives, inspected where it lies, kept only if it passes. */
@Service
@PreAuthorize(Roles.ANSWERS)
class CompanyIntake implements FileIntake {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyIntake.class);

    private final FileShelf shelf;
    private final FileRows rows;
    private final FileStore store;
    private final CopyQuestions questions;
    private final FileInspection inspection;
    private final MalwareScanner scanner;
    private final IntakeLimits limits;
    private final Responder responder;
    private final CurrentUser user;
    private final Clock clock;

    CompanyIntake(
            FileShelf shelf,
            FileRows rows,
            FileStore store,
            CopyQuestions questions,
            MalwareScanner scanner,
            IntakeLimits limits,
            Responder responder,
            CurrentUser user,
            Clock clock) {
        this.shelf = shelf;
        this.rows = rows;
        this.store = store;
        this.questions = questions;
        this.inspection = new FileInspection(
                new ZipLimits(limits.zipEntries(), limits.zipExpanded().toBytes(), limits.zipRatio()));
        this.scanner = scanner;
        this.limits = limits;
        this.responder = responder;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Receipt receive(ObligationId obligation, UUID file, String name, InputStream body) throws IOException {
        var company = responder.company(obligation);
        questions.question(obligation, company);
        var arrived = new AtomicReference<Intake.@Nullable Read>();
        try {
            return take(obligation, company, file, name, body, arrived);
        } catch (RuleViolation | Conflict refusal) {
            var read = arrived.get();
            questions.refused(
                    new RefusedFile(
                            obligation,
                            company,
                            user.actor().id(),
                            file,
                            read == null ? 0 : read.bytes(),
                            read == null ? null : read.sha256()),
                    refusal);
            throw refusal;
        }
    }

    private Receipt take(
            ObligationId obligation,
            PartnerId company,
            UUID file,
            String name,
            InputStream body,
            AtomicReference<Intake.@Nullable Read> read)
            throws IOException {
        var known = rows.find(obligation, file);
        if (known.isPresent()) {
            var again = Intake.copy(body, OutputStream.nullOutputStream(), limits);
            read.set(again);
            return same(known.get(), again);
        }
        var checkedName = FileNames.checked(name);
        shelf.mayBeAdded(obligation, checkedName, 1);
        var id = new CompanyFileId(TimeOrderedId.at(clock.instant()));
        var key = FileKey.of(id);
        boolean kept = false;
        try {
            var arrived = seal(key, body);
            read.set(arrived);
            var type = inspect(key, checkedName, arrived);
            var received = new CompanyFile(
                    id,
                    obligation,
                    company,
                    file,
                    checkedName,
                    type,
                    arrived.bytes(),
                    arrived.sha256(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            var earlier = shelf.keep(received, key);
            kept = earlier.isEmpty();
            return kept ? new Receipt(received, false) : same(earlier.get(), arrived);
        } finally {
            if (!kept) store.delete(id.toString());
        }
    }

    @Override
    public List<CompanyFile> files(ObligationId obligation) {
        questions.question(obligation, responder.company(obligation));
        return rows.of(obligation);
    }

    @Override
    public CompanyFile file(ObligationId obligation, UUID file) {
        questions.question(obligation, responder.company(obligation));
        return rows.find(obligation, file).orElseThrow(() -> new NotFound("error.file.not-found"));
    }

    @Override
    public void remove(ObligationId obligation, UUID file) {
        var removed = shelf.remove(obligation, responder.company(obligation), file);
        try {
            store.delete(removed.toString());
        } catch (IOException e) {
            // its key is gone with its row: what is left is noise, and the sweep takes it
            LOG.warn("The bytes of file {} could not be deleted now; the sweep deletes them within a day", removed, e);
        }
    }

    @Override
    public IntakeLimits limits() {
        return limits;
    }

    private Intake.Read seal(FileKey key, InputStream body) throws IOException {
        try (var out = new SealedOutput(store.create(key.stored()), key.bytes(), key.context())) {
            var read = Intake.copy(body, out, limits);
            out.finish();
            return read;
        }
    }

    private String inspect(FileKey key, String name, Intake.Read arrived) throws IOException {
        var content = new SealedContent(store, key, arrived.bytes());
        var type = inspection.inspect(name, content);
        try (var in = content.from(0)) {
            if (!scanner.clean(in)) throw new RuleViolation("file", "error.file.malware");
        }
        return type.mediaType();
    }

    private static Receipt same(CompanyFile known, Intake.Read arrived) {
        if (!known.sha256().equals(arrived.sha256())) throw new Conflict("error.file.id-reused");
        return new Receipt(known, true);
    }
}
