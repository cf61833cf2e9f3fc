package io.retrace.delivery;

import io.retrace.delivery.DisabledEndpoints.Address;
import io.retrace.delivery.OpenDsrClient.Heard;
import io.retrace.delivery.opendsr.Discovery;
import io.retrace.delivery.opendsr.Malformed;
import io.retrace.delivery.opendsr.Meaning;
import io.retrace.delivery.opendsr.Receipt;
import io.retrace.delivery.opendsr.RequestType;
import io.retrace.delivery.opendsr.SignedBody.Verdict;
import io.retrace.delivery.spi.DeliveryChannel;
import io.retrace.delivery.spi.Message;
import io.retrace.delivery.spi.Message.About;
import io.retrace.delivery.spi.Message.TestEvent;
import io.retrace.delivery.spi.Outcome;
import io.retrace.delivery.spi.Outcome.Word;
import io.retrace.partners.OpenDsrEndpoints;
import io.retrace.partners.OpenDsrTarget;
import io.retrace.partners.Partner;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks in OpenDSR 2.0 what its server is made for: a request submitted once, looked at again, taken back (ADR 0019). */
@Component
class OpenDsrChannel implements DeliveryChannel {

    private final OpenDsrEndpoints endpoints;
    private final EndpointHealth health;
    private final OpenDsrClient client;
    private final OpenDsrBody bodies;
    private final OpenDsrRows rows;
    private final OpenDsrReports reports;
    private final Clock clock;

    OpenDsrChannel(
            OpenDsrEndpoints endpoints,
            EndpointHealth health,
            OpenDsrClient client,
            OpenDsrBody bodies,
            OpenDsrRows rows,
            OpenDsrReports reports,
            Clock clock) {
        this.endpoints = endpoints;
        this.health = health;
        this.client = client;
        this.bodies = bodies;
        this.rows = rows;
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Partner.Channel kind() {
        return Partner.Channel.OPENDSR;
    }

    @Override
    public boolean serves(Partner company) {
        return target(company).isPresent();
    }

    @Override
    public Outcome send(Message message) {
        var target = target(message.company()).orElse(null);
        if (target == null) return Outcome.of(Word.GONE);
        return health.after(
                address(message.company(), target),
                switch (message) {
                    case About about -> send(target, about);
                    case TestEvent test -> discover(target, test);
                });
    }

    private Optional<OpenDsrTarget> target(Partner company) {
        return endpoints.of(company.id()).filter(target -> health.inUse(address(company, target)));
    }

    private Address address(Partner company, OpenDsrTarget target) {
        return new Address(company.id(), kind(), target.url());
    }

    private Outcome send(OpenDsrTarget target, About message) {
        var latest = rows.latest(message.question().obligation())
                .filter(request -> request.sentAt() != null)
                .orElse(null);
        return switch (message.errand()) {
            case ASK -> submit(target, message, latest != null ? latest : rows.of(message, null));
            case REMIND -> // being asked where it stands is all that a reminder can be here; one it has lost it gets
                // again
                latest != null && latest.finished()
                        ? nothingToAdd()
                        : submit(target, message, latest != null ? latest : rows.of(message, null));
            case AMENDED -> submit(target, message, rows.of(message, latest == null ? null : latest.id()));
            case CANCELLED -> latest == null ? nothingToAdd() : cancel(target, message, latest);
        };
    }

    /** The protocol has no word for it, so another channel must say it. */
    private static Outcome nothingToAdd() {
        return Outcome.of(Word.UNDELIVERABLE);
    }

    /** A request that may be there is looked for first: submitted twice it would be refused, or done twice. */
    private Outcome submit(OpenDsrTarget target, About message, OpenDsrRequest request) {
        if (request.sentAt() != null) {
            var there = look(target, message, request);
            if (!Objects.equals(there.status(), 404)) return there;
        }
        rows.sent(request.id(), clock.instant());
        var body = bodies.of(target, message, request);
        var heard = client.call("POST", target, "/requests", ids(message), body);
        var outcome = heard.outcome();
        if (Objects.equals(outcome.status(), 400)) return Outcome.of(Word.UNDELIVERABLE, 400);
        if (outcome.word() != Word.REACHED) return outcome;
        try {
            if (!genuine(heard, request)) return refused(outcome);
            var receipt = Receipt.read(heard.body());
            if (!receipt.requestId().equals(request.id())) return refused(outcome);
            if (receipt.request() != null && !Arrays.equals(receipt.request(), body)) return refused(outcome);
            reports.received(request, receipt.expectedBy());
            return outcome;
        } catch (Malformed e) {
            return refused(outcome);
        }
    }

    private Outcome look(OpenDsrTarget target, About message, OpenDsrRequest request) {
        var heard = client.call("GET", target, path(request), ids(message), null);
        if (heard.outcome().word() == Word.GONE)
            return Outcome.of(Word.UNDELIVERABLE, 410); // the request, not the server
        if (heard.outcome().word() != Word.REACHED) return heard.outcome();
        return genuine(heard, request) && reports.heard(target, request, heard.body())
                ? heard.outcome()
                : refused(heard.outcome());
    }

    /** Only what is pending can be taken back; a company that has begun is told by another channel. */
    private Outcome cancel(OpenDsrTarget target, About message, OpenDsrRequest request) {
        if (request.meaning() == Meaning.WITHDRAWN) return Outcome.of(Word.REACHED); // a crash hid that it is done
        if (request.finished()) return nothingToAdd();
        var heard = client.call("DELETE", target, path(request), ids(message), null);
        var outcome = heard.outcome();
        if (outcome.word() == Word.GONE) return Outcome.of(Word.UNDELIVERABLE, 410);
        if (outcome.word() == Word.REFUSED && outcome.status() != null) {
            return switch (outcome.status()) {
                case 404 -> Outcome.of(Word.REACHED, 404); // it has nothing of it
                case 400, 405, 409, 422 -> Outcome.of(Word.UNDELIVERABLE, outcome.status());
                default -> outcome;
            };
        }
        if (outcome.word() != Word.REACHED) return outcome;
        try {
            if (!genuine(heard, request)) return refused(outcome);
            if (!Receipt.read(heard.body()).requestId().equals(request.id())) return refused(outcome);
            rows.become(request.id(), Meaning.WITHDRAWN, null);
            return outcome;
        } catch (Malformed e) {
            return refused(outcome);
        }
    }

    private Outcome discover(OpenDsrTarget target, TestEvent message) {
        var heard = client.call("GET", target, "/discovery", Map.of("Retrace-Message", message.id()), null);
        if (heard.outcome().word() != Word.REACHED) return heard.outcome();
        try {
            var found = Discovery.read(heard.body());
            var pinned = target.certificateUrl();
            return found.supports(RequestType.ERASURE)
                            && (pinned == null || pinned.toString().equals(found.certificateUrl()))
                    ? heard.outcome()
                    : refused(heard.outcome());
        } catch (Malformed e) {
            return refused(heard.outcome());
        }
    }

    /** A success that we cannot believe is none: what is not the company’s word did not reach the company. */
    private boolean genuine(Heard heard, OpenDsrRequest request) {
        if (heard.verdict() == Verdict.GENUINE) return true;
        reports.forged(request.company(), "answer", heard.verdict());
        return false;
    }

    private static Outcome refused(Outcome outcome) {
        return new Outcome(Word.REFUSED, outcome.status(), null);
    }

    private static String path(OpenDsrRequest request) {
        return "/requests/" + request.id();
    }

    private static Map<String, String> ids(About message) {
        return Map.of(
                "Retrace-Message", message.id(),
                "Retrace-Reference", message.question().reference().value(),
                "Retrace-Errand", message.errand().name().toLowerCase(Locale.ROOT));
    }
}
