package io.retrace.delivery;

import io.retrace.delivery.opendsr.Malformed;
import io.retrace.delivery.opendsr.SignedBody;
import io.retrace.delivery.opendsr.SignedBody.Verdict;
import io.retrace.delivery.opendsr.StatusReport;
import io.retrace.obligations.ForeignAnswers;
import io.retrace.partners.OpenDsrEndpoints;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What companies tell us by themselves. Whose word it is comes first, over the raw bytes; then what it says. */
@Service
@ForModules
public class OpenDsrCallbacks {

    /** Most bytes of a callback. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private final OpenDsrEndpoints endpoints;
    private final OpenDsrReports reports;
    private final OpenDsrBody ours;
    private final ForeignAnswers answers;
    private final Clock clock;

    OpenDsrCallbacks(
            OpenDsrEndpoints endpoints, OpenDsrReports reports, OpenDsrBody ours, ForeignAnswers answers, Clock clock) {
        this.endpoints = endpoints;
        this.reports = reports;
        this.ours = ours;
        this.answers = answers;
        this.clock = clock;
    }

    /** How it is answered. */
    public enum Answer {
        /** 202, also if it changed nothing. */
        TAKEN,
        /** 401: no company of ours, or a certificate that cannot be relied on. */
        UNKNOWN,
        /** 400: the signature is not good, or it is no callback to us. */
        BAD
    }

    public Answer receive(@Nullable String domain, @Nullable String signature, byte[] body) {
        if (domain == null || domain.length() > 253) return Answer.BAD;
        var name = domain.toLowerCase(Locale.ROOT);
        var company = endpoints.atDomain(name).orElse(null);
        var target = company == null ? null : endpoints.of(company).orElse(null);
        if (company == null || target == null) return Answer.UNKNOWN; // not ours, so not kept either
        var verdict = new SignedBody(name, signature, body).check(target.certificate(), clock.instant());
        if (verdict != Verdict.GENUINE) {
            answers.stray(company, from(target), true, "callback: " + verdict, body);
            return verdict == Verdict.BAD_SIGNATURE ? Answer.BAD : Answer.UNKNOWN;
        }
        return read(company, target, body);
    }

    private Answer read(PartnerId company, OpenDsrTarget target, byte[] body) {
        try {
            var report = StatusReport.read(body, target.domain());
            if (report.callbackUrl() != null
                    && !report.callbackUrl().equals(ours.callbacks().toString())) {
                return stray(company, target, "status_callback_url", body);
            }
            return reports.take(target, company, report, body)
                    ? Answer.TAKEN
                    : stray(company, target, "subject_request_id", body);
        } catch (Malformed e) {
            return stray(company, target, "malformed " + e.getMessage(), body);
        } catch (DomainException.RuleViolation | DomainException.NotFound broken) {
            return Answer.BAD; // its attestation breaks a rule, or names what is not its own; kept with its verdict
        } catch (DomainException refusal) {
            return Answer.TAKEN; // an answer stands already, or none is due: kept, and nothing to be done about it
        }
    }

    private Answer stray(PartnerId company, OpenDsrTarget target, String why, byte[] body) {
        answers.stray(company, from(target), false, why, body);
        return Answer.BAD;
    }

    private static String from(OpenDsrTarget target) {
        return "opendsr:" + target.domain();
    }
}
