package io.retrace.agents;

import io.retrace.identity.MemberRef;
import io.retrace.identity.Subjects;
import io.retrace.shared.ForModules;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes whom a filing is for, and has them asked. */
@Service
@ForModules
class Matching {

    /** Nobody is to be written to all day by whoever knows their address. */
    private static final int MAILS_A_DAY = 3;

    private static final Duration DAY = Duration.ofDays(1);

    private final FilingRows rows;
    private final Subjects subjects;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Matching(FilingRows rows, Subjects subjects, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.subjects = subjects;
        this.events = events;
        this.clock = clock;
    }

    /** @param member whose address it is, or {@code null} if nobody’s */
    @Transactional
    void found(FilingId id, @Nullable MemberRef member) {
        var filing = rows.lock(id).orElse(null);
        if (filing == null || filing.address() == null) return;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var subject = member == null ? null : subjects.known(member).orElse(null);
        var told = subject != null && rows.foundSince(subject, now.minus(DAY)) < MAILS_A_DAY;
        rows.sought(id, subject, now);
        if (subject != null) events.publishEvent(new AgentRequestMatched(id, subject, told, now));
    }
}
