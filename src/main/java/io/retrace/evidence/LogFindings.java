package io.retrace.evidence;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.Conflict;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contradictions between the stored log and what was signed, for people: staff and auditors read them, and a support lead lets
 * signing go on (ADR 0011).
 */
@Service
public class LogFindings {

    static final int SHORTEST = 20;
    static final int LONGEST = 2_000;

    private final FindingRows rows;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LogFindings(FindingRows rows, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** The newest two hundred, newest first: more would mean that nobody settles them with care. */
    @PreAuthorize(Roles.READS_REQUESTS)
    public List<LogFinding> all() {
        return rows.newest(200);
    }

    /**
     * Says that a person has looked, and why signing may go on. Needs a step-up; throws {@code RuleViolation} for a note that says
     * nothing, {@code NotFound}, and {@code Conflict} if somebody was quicker.
     */
    @Transactional
    @PreAuthorize(Roles.IS_SUPPORT_LEAD)
    public void settle(long no, String note) {
        user.requireStepUp();
        var why = checked(note);
        var found = rows.find(no).orElseThrow(() -> new NotFound("error.not-found"));
        var by = user.actor();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!rows.settle(no, new LogFinding.Settlement(by.id(), why, now))) throw new Conflict("error.finding.settled");
        var finding = found.finding();
        var digest = Sha256.of(why.getBytes(StandardCharsets.UTF_8));
        events.publishEvent(new FindingSettled(no, finding.kind(), finding.size(), digest, by, now));
    }

    private static String checked(String text) {
        var why = text.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST) {
            throw new RuleViolation("why", "error.finding.why", SHORTEST, LONGEST);
        }
        if (why.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            throw new RuleViolation("why", "error.text-control");
        }
        return why;
    }
}
