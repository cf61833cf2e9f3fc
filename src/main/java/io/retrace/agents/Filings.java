package io.retrace.agents;

import io.retrace.requests.AgentWithdrawal;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.ForModules;
import io.retrace.shared.Sha256;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What agents do to their filings. Whoever calls has checked whose word it is. */
@Service
@ForModules
class Filings {

    private final FilingRows rows;
    private final AgentRows agents;
    private final AgentWithdrawal withdrawal;
    private final AgentJobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Filings(
            FilingRows rows,
            AgentRows agents,
            AgentWithdrawal withdrawal,
            AgentJobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.agents = agents;
        this.withdrawal = withdrawal;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes it, with the search for its person; under a name used before it is the filing of then, if it says the same. Throws
     * {@link Refused}.
     */
    @Transactional
    Filing file(Filing filing, Sha256 message, Instant expires) {
        if (!agents.first(filing.agent(), message, expires)) throw new Refused(Flaw.REPLAYED);
        if (!rows.insert(filing)) return sameAsBefore(filing);
        if (filing.state() == FilingState.AWAITING) {
            jobs.seek(filing.id(), filing.filedAt());
            jobs.lapse(filing.id(), filing.lapsesAt());
        }
        events.publishEvent(new AgentRequestFiled(filing.id(), filing.agent(), filing.exercise(), filing.filedAt()));
        return filing;
    }

    private Filing sameAsBefore(Filing filing) {
        var before = rows.named(filing.agent(), Objects.requireNonNull(filing.agentRequestId()))
                .orElseThrow();
        if (!MessageDigest.isEqual(before.content(), filing.content())) throw new Refused(Flaw.OTHER_CONTENT);
        return before;
    }

    /** Takes back what this agent filed; throws {@link Refused} if it is not its own, or too late. */
    @Transactional
    Filing revoke(FilingId id, AgentId agent) {
        var filing = rows.lock(id).filter(found -> found.agent().equals(agent)).orElseThrow(Filings::notYours);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (filing.state()) {
            case REVOKED -> {}
            case AWAITING, DECLINED -> revoke(filing, now);
            case CONFIRMED -> {
                if (filing.merged()) revoke(filing, now); // the request is the person’s own, and stays
                else withdraw(filing, Objects.requireNonNull(filing.request()));
            }
            case NOTHING, UNVERIFIED, NOT_COVERED -> throw new Refused(Flaw.NOT_REVOCABLE);
        }
        return rows.find(id).orElseThrow();
    }

    private void revoke(Filing filing, Instant now) {
        if (filing.state() != FilingState.CONFIRMED && !now.isBefore(filing.lapsesAt())) {
            throw new Refused(Flaw.NOT_REVOCABLE);
        }
        rows.ended(filing.id(), FilingState.REVOKED, now);
        events.publishEvent(new AgentRequestEnded(filing.id(), FilingState.REVOKED, filing.subject(), now));
    }

    private void withdraw(Filing filing, RequestId request) {
        try {
            withdrawal.withdraw(
                    request,
                    Objects.requireNonNull(filing.subject()),
                    filing.agent().value());
        } catch (Conflict tooLate) {
            throw new Refused(Flaw.NOT_REVOCABLE);
        }
    }

    /** Nobody confirmed it in time. What the person declined is over already, and only now the agent may hear of it. */
    @Transactional
    void lapse(FilingId id) {
        var filing = rows.lock(id).orElse(null);
        if (filing == null) return;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (filing.state()) {
            case AWAITING -> {
                rows.ended(id, FilingState.UNVERIFIED, now);
                events.publishEvent(new AgentRequestEnded(id, FilingState.UNVERIFIED, filing.subject(), now));
                jobs.tell(filing, now);
            }
            case DECLINED -> jobs.tell(filing, now);
            case CONFIRMED, NOTHING, UNVERIFIED, REVOKED, NOT_COVERED -> {}
        }
    }

    static Refused notYours() {
        return new Refused(Flaw.NOT_YOURS);
    }
}
