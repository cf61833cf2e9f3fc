package io.retrace.access;

import io.retrace.obligations.CopyQuestions;
import io.retrace.obligations.CopyQuestions.Question;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts a checked file on the shelf and takes it off again: each one change, one event. Bytes lie there before the row. */
@Service
@ForModules
class FileShelf {

    private final FileRows rows;
    private final CopyQuestions questions;
    private final IntakeLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FileShelf(
            FileRows rows,
            CopyQuestions questions,
            IntakeLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.questions = questions;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** Empty if it was kept; otherwise the same file, which somebody else sent in the meantime. */
    @Transactional
    Optional<CompanyFile> keep(CompanyFile file, FileKey key) {
        var question = questions.hold(file.obligation(), file.company());
        var same = rows.find(file.obligation(), file.givenId());
        if (same.isPresent()) return same;
        mayBeAdded(file.obligation(), file.name(), file.bytes());
        rows.insert(file, question, key);
        events.publishEvent(new CompanyFileReceived(
                file.id(), file.obligation(), question.subject(), file.bytes(), file.sha256(), file.receivedAt()));
        return Optional.empty();
    }

    /** What was removed. */
    @Transactional
    CompanyFileId remove(ObligationId obligation, PartnerId company, UUID givenId) {
        Question question = questions.hold(obligation, company);
        var file = rows.find(obligation, givenId).orElseThrow(() -> new NotFound("error.file.not-found"));
        if (questions.everSent(obligation).contains(givenId)) throw new Conflict("error.file.sent");
        rows.delete(file.id());
        events.publishEvent(new CompanyFileRemoved(
                file.id(), obligation, question.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return file.id();
    }

    /** Asked before a long upload begins, and again when it has ended. */
    void mayBeAdded(ObligationId obligation, String name, long bytes) {
        var files = rows.of(obligation);
        if (files.size() >= limits.files()) throw new RuleViolation("file", "error.file.too-many", limits.files());
        if (files.stream().mapToLong(CompanyFile::bytes).sum() + bytes
                > limits.obligation().toBytes()) {
            throw new RuleViolation(
                    "file", "error.file.too-much", limits.obligation().toMegabytes());
        }
        if (files.stream().anyMatch(file -> file.name().equalsIgnoreCase(name)))
            throw new Conflict("error.file.name-taken");
    }
}
