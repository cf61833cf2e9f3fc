package io.retrace.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.retrace.delivery.opendsr.Malformed;
import io.retrace.delivery.opendsr.Meaning;
import io.retrace.delivery.opendsr.SignedBody.Verdict;
import io.retrace.delivery.opendsr.StatusReport;
import io.retrace.obligations.ForeignAnswers;
import io.retrace.obligations.ForeignAnswers.Said;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** What companies say of submissions. The furthest word stands; what is late, repeated or foreign is kept and moves nothing. */
@Service
@ForModules
class OpenDsrReports {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDsrReports.class);

    private final OpenDsrRows rows;
    private final ForeignAnswers answers;
    private final SchedulerClient queue;
    private final TransactionOperations transaction;
    private final Clock clock;

    OpenDsrReports(
            OpenDsrRows rows,
            ForeignAnswers answers,
            SchedulerClient queue,
            TransactionOperations transaction,
            Clock clock) {
        this.rows = rows;
        this.answers = answers;
        this.queue = queue;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Its system has the request; from now on we look for news by ourselves, too. */
    @Transactional
    public void received(OpenDsrRequest request, @Nullable Instant expectedBy) {
        rows.lock(request.id(), request.company())
                .filter(now -> now.meaning() == null)
                .ifPresent(now -> rows.become(request.id(), Meaning.RECEIVED, expectedBy));
        watch(request);
    }

    /** A genuine answer about this submission; false if it is none. */
    public boolean heard(OpenDsrTarget target, OpenDsrRequest request, byte[] body) {
        try {
            var report = StatusReport.read(body, target.domain());
            if (!report.requestId().equals(request.id())) return false;
            transaction.executeWithoutResult(status -> watch(request));
            take(target, request.company(), report, body);
            return true;
        } catch (Malformed e) {
            return false;
        } catch (DomainException refusal) {
            LOG.info("Submission {}: its attestation was not recorded: {}", request.id(), refusal.key());
            return true; // it is kept with its verdict; what was asked for, its status, did arrive
        }
    }

    /** Records a genuine report; false if it is of no submission to this company. Throws what attesting throws. */
    public boolean take(OpenDsrTarget target, PartnerId company, StatusReport report, byte[] raw) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> record(target, company, report, raw)));
        } catch (DomainException refusal) { // kept only now: two connections at once would starve the pool
            rows.find(report.requestId()).ifPresent(request -> answers.refused(said(request, target, raw), refusal));
            throw refusal;
        }
    }

    public void forged(@Nullable PartnerId company, String what, Verdict verdict) {
        answers.stray(company, "opendsr", true, what + ": " + verdict, new byte[0]);
    }

    private boolean record(OpenDsrTarget target, PartnerId company, StatusReport report, byte[] raw) {
        var request = rows.lock(report.requestId(), company).orElse(null);
        if (request == null) return false;
        var said = said(request, target, raw);
        var meaning = Meaning.of(report);
        var before = request.meaning();
        if (before == meaning && meaning == Meaning.ATTESTED) {
            act(said, meaning, report, target); // the same again, or one that amends it: the rules of answers know
        } else if (before == meaning
                && meaning == Meaning.WORKING
                && later(report.expectedBy(), request.expectedBy())) {
            rows.become(request.id(), meaning, report.expectedBy());
            answers.acknowledge(said, report.expectedBy());
        } else if (before != null && !meaning.overtakes(before)) {
            answers.repeated(said, meaning == before ? "said before" : meaning + " after " + before);
        } else {
            rows.become(request.id(), meaning, report.expectedBy());
            act(said, meaning, report, target);
        }
        return true;
    }

    private static Said said(OpenDsrRequest request, OpenDsrTarget target, byte[] raw) {
        return new Said(request.obligation(), request.company(), "opendsr:" + target.domain(), raw);
    }

    private void act(Said said, Meaning meaning, StatusReport report, OpenDsrTarget target) {
        switch (meaning) {
            case RECEIVED -> answers.noted(said, "received");
            case WORKING -> answers.acknowledge(said, report.expectedBy());
            case CLAIMED -> answers.acknowledge(said, null); // finished, it says; with what result it has not said (T1)
            case REFUSED -> {
                answers.noted(said, "refused: " + report.refusal());
                rows.objects(report.requestId(), report.refusal(), clock.instant());
            }
            case WITHDRAWN -> {
                answers.noted(said, "cancelled by the company");
                rows.objects(report.requestId(), null, clock.instant());
            }
            case ATTESTED -> {
                if (report.attestation() == null) throw new IllegalStateException("attested without an attestation");
                answers.attest(said, report.attestation(), source(said, report.requestId(), target));
            }
        }
    }

    private static Map<String, String> source(Said said, UUID request, OpenDsrTarget target) {
        var source = new LinkedHashMap<String, String>();
        source.put("protocol", "OpenDSR 2.0");
        source.put("domain", target.domain());
        source.put("subject_request_id", request.toString());
        source.put("message", "sha256:" + Sha256.of(said.raw()));
        source.put("certificate", "sha256:" + fingerprint(target));
        return source;
    }

    private static Sha256 fingerprint(OpenDsrTarget target) {
        try {
            return Sha256.of(target.certificate().path().getFirst().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("it was read from its encoding", e);
        }
    }

    private void watch(OpenDsrRequest request) {
        queue.scheduleIfNotExists(
                OpenDsrTasks.LOOK
                        .instance(request.id().toString())
                        .data(new OpenDsrTasks.Look(request.id()))
                        .build(),
                clock.instant().plus(OpenDsrWatch.WAITS.getFirst()));
    }

    private static boolean later(@Nullable Instant day, @Nullable Instant known) {
        return day != null && (known == null || day.isAfter(known));
    }
}
