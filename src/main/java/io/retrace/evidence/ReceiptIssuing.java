package io.retrace.evidence;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.CompanyRecord;
import io.retrace.obligations.CompanyRecords;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestDirectory;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestStatus;
import io.retrace.requests.SubjectRequest;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import io.retrace.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues receipts. What was issued already and says the same is not issued again, so that a job may run twice (ADR 0004). */
@Service
@ForModules
class ReceiptIssuing {

    private final RequestDirectory requests;
    private final CompanyRecords companies;
    private final ReceiptContent content;
    private final AnswerProofs proofs;
    private final ReceiptTable table;
    private final LogIdentity log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReceiptIssuing(
            RequestDirectory requests,
            CompanyRecords companies,
            ReceiptContent content,
            AnswerProofs proofs,
            ReceiptTable table,
            LogIdentity log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.companies = companies;
        this.content = content;
        this.proofs = proofs;
        this.table = table;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** What came of it. */
    enum Outcome {
        /** Issued now, or before. */
        STANDS,
        /** There is nothing to certify. */
        NOTHING,
        /** A leaf that it rests on has no place in the log yet: ask again in a moment. */
        LATER
    }

    /** The receipt of one company’s answer in force. */
    @Transactional
    Outcome ofCompany(RequestId id, SubjectId subject, ObligationId obligation) {
        table.lock(id);
        var request = requests.requests(List.of(id)).get(id);
        var company = companies.of(id).stream()
                .filter(one -> one.obligation().equals(obligation))
                .findFirst();
        if (request == null || company.isEmpty() || company.get().answers().isEmpty()) return Outcome.NOTHING;
        return issue(request, subject, obligation, content.ofCompany(request, company.get()), List.of(company.get()));
    }

    /** The receipt of a request that came to an end; a further version when a company’s answer changed after it. */
    @Transactional
    Outcome ofRequest(RequestId id, SubjectId subject) {
        table.lock(id);
        var request = requests.requests(List.of(id)).get(id);
        if (request == null || request.status().open() || request.status() == RequestStatus.WITHDRAWN) {
            return Outcome.NOTHING;
        }
        var all = companies.of(id);
        if (stillSettling(request, all)) return Outcome.NOTHING;
        return issue(request, subject, null, content.ofRequest(request, all), all);
    }

    /**
     * An amended answer moves the request in a job of its own: *Done* never stands over a company that kept something.
     * Nobody waits here: moving it publishes {@code RequestSettled}, which brings this job again. Where a person was erased
     * and a company is not asked any more, nothing moves, and the receipt that was issued stands.
     */
    private static boolean stillSettling(SubjectRequest request, List<CompanyRecord> companies) {
        var allErased = companies.stream().allMatch(one -> switch (one.word()) {
            case CONFIRMED_DELETED, HAD_NOTHING, SENT_ITS_COPY -> true;
            case NOT_ASKED_YET, ASKED, WORKING_ON_IT, KEPT_SOME, NO_ANSWER, KEPT_SOME_BACK -> false;
        });
        return (request.status() == RequestStatus.DONE) != allErased;
    }

    private Outcome issue(
            SubjectRequest request,
            SubjectId subject,
            @Nullable ObligationId obligation,
            Map<String, Object> said,
            List<CompanyRecord> about) {
        var digest = Sha256.of(EventBody.canonical(said));
        var last = table.newest(request.id(), obligation);
        if (last.isPresent() && last.get().content().equals(digest)) return Outcome.STANDS;
        var answers = proofs.of(request.id(), subject, about);
        if (answers.isEmpty()) return Outcome.LATER;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = new ReceiptId(TimeOrderedId.at(now));
        var version = last.map(earlier -> earlier.version() + 1).orElse(1);
        var head = head(id, version, now);
        last.ifPresent(earlier -> head.put("replaces", earlier.id().toString()));
        var statement = new LinkedHashMap<String, Object>();
        statement.put("receipt", head);
        statement.putAll(ReceiptContent.proved(said, answers.get()));
        var canonical = EventBody.canonical(statement);
        var event = new ReceiptIssued(id, request.id(), obligation, subject, version, Sha256.of(canonical), now);
        events.publishEvent(event);
        table.write(event, digest, canonical);
        return Outcome.STANDS;
    }

    private Map<String, Object> head(ReceiptId id, int version, Instant now) {
        var head = new LinkedHashMap<String, Object>();
        head.put("id", id.toString());
        head.put("version", version);
        head.put("issued_at", now.toString());
        head.put("issuer", log.signer().verifierKey().name());
        return head;
    }
}
