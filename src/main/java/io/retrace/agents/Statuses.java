package io.retrace.agents;

import io.retrace.requests.RequestDirectory;
import io.retrace.requests.SubjectRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where a filing stands, in the protocol’s words; the same for a person we know and for one we do not. */
@Component
class Statuses {

    private final RequestDirectory requests;
    private final MessageSource messages;
    private final String page;
    private final Clock clock;

    Statuses(
            RequestDirectory requests,
            MessageSource messages,
            @Value("${retrace.portal-url}") String portalUrl,
            Clock clock) {
        this.requests = requests;
        this.messages = messages;
        this.page = portalUrl + "/filed/";
        this.clock = clock;
    }

    Standing standing(Filing filing) {
        var request = request(filing);
        return standing(filing, request);
    }

    AgentStatus of(Filing filing) {
        var request = request(filing);
        var standing = standing(filing, request);
        var unproved = standing == Standing.NEED_USER_VERIFICATION;
        return new AgentStatus(
                filing.id().toString(),
                filing.agentRequestId(),
                standing.status(),
                standing.reason(),
                filing.filedAt(),
                expected(filing, request),
                details(standing, request),
                unproved ? URI.create(page + filing.id()) : null,
                unproved ? filing.lapsesAt() : null);
    }

    private Standing standing(Filing filing, @Nullable SubjectRequest request) {
        var lapsed = !clock.instant().isBefore(filing.lapsesAt());
        return Standing.of(filing.state(), request == null ? null : request.status(), lapsed);
    }

    private @Nullable SubjectRequest request(Filing filing) {
        var id = filing.request();
        return id == null ? null : requests.requests(List.of(id)).get(id);
    }

    /** The month begins when the person has said who they are (GDPR Art. 12(3), (6)); until then, what it would be at the latest. */
    private static Instant expected(Filing filing, @Nullable SubjectRequest request) {
        if (request == null)
            return filing.lapsesAt()
                    .atOffset(ZoneOffset.UTC)
                    .plus(Period.ofMonths(1))
                    .toInstant();
        return request.deadline().due().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private @Nullable String details(Standing standing, @Nullable SubjectRequest request) {
        return switch (standing) {
            case NEED_USER_VERIFICATION -> say("verify");
            case INSUF_VERIFICATION -> say("unverified");
            case NO_MATCH -> say("nothing");
            case CLAIM_NOT_COVERED -> say("not-covered");
            case OTHER ->
                say(request != null && request.status().word().equals("partly-done") ? "partly-done" : "not-done");
            case OPEN,
                    IN_PROGRESS,
                    FULFILLED,
                    REVOKED,
                    SUSPECTED_FRAUD,
                    OUTSIDE_JURISDICTION,
                    TOO_MANY_REQUESTS,
                    EXPIRED -> null;
        };
    }

    private String say(String key) {
        return messages.getMessage("agent.details." + key, null, LocaleContextHolder.getLocale());
    }
}
