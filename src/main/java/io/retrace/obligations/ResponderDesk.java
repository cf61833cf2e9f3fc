package io.retrace.obligations;

import io.retrace.identity.Actor;
import io.retrace.identity.Roles;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.Sha256;
import io.retrace.shared.Slice;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A company’s own desk. Which company is asked of {@link Responder}, never of the caller, and every query carries it:
 * a foreign id and an unknown one take the same way to the same answer (T5).
 */
@Service
@PreAuthorize(Roles.ANSWERS)
class ResponderDesk implements CompanyDesk {

    private final JdbcClient db;
    private final ObligationRows rows;
    private final Obligations obligations;
    private final CompanyAnswers answers;
    private final Entries entries;
    private final LegalZone zone;
    private final Responder responder;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ResponderDesk(
            JdbcClient db,
            ObligationRows rows,
            Obligations obligations,
            CompanyAnswers answers,
            Entries entries,
            LegalZone zone,
            Responder responder,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.obligations = obligations;
        this.answers = answers;
        this.entries = entries;
        this.zone = zone;
        this.responder = responder;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @PreAuthorize(Roles.IS_PARTNER)
    @Transactional(readOnly = true)
    public Slice<CompanyObligation> inbox(boolean answered, @Nullable String after, int limit) {
        var most = Cursors.limit(limit, 100);
        return answered ? answered(after, most) : open(after, most);
    }

    @Override
    @Transactional(readOnly = true)
    public CompanyObligation obligation(ObligationId id) {
        return seen(own(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Slice<CompanyItem> items(ObligationId id, @Nullable String after, int limit) {
        own(id);
        return rows.items(id, Cursors.id(after), Cursors.limit(limit, 1000));
    }

    @Override
    @Transactional
    public CompanyObligation acknowledge(ObligationId id, @Nullable LocalDate expectedBy) {
        var company = responder.company(id);
        var obligation = obligations
                .lock(id.value())
                .filter(found -> found.isFor(company))
                .orElseThrow(ResponderDesk::notFound);
        var now = now();
        if (expectedBy != null) mustLieAhead(expectedBy, zone.dayOf(now));
        if (obligation.acknowledge(now, expectedBy)) {
            var key = expectedBy == null ? "acknowledged" : "acknowledged-until";
            entries.write(obligation, now, Actor.Kind.COMPANY, key, expectedBy);
            events.publishEvent(new ObligationAcknowledged(id, obligation.request(), obligation.subject(), now));
            obligations.flush();
        }
        return seen(own(id));
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED) // the verdict outlives what is rolled back
    public Receipt attest(ObligationId id, AttestationForm form) {
        return answers.receive(id, form);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Receipt attest(ObligationId id, AttestationForm form, Sha256 list) {
        return answers.receive(id, form, list);
    }

    private Slice<CompanyObligation> open(@Nullable String after, int limit) {
        var place = Cursors.place(after, LocalDate::parse);
        var found = db.sql("""
                        select * from obligation
                         where partner_no = :company and released_at is not null and cancelled_at is null
                           and (answered_at is null or follow_up_at is not null)
                           and (due, id) > (:due, :id)
                         order by due, id limit :most
                        """)
                .param("company", responder.company().value())
                .param("due", place == null ? LocalDate.EPOCH : place.key())
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("most", limit + 1)
                .query(ObligationRows::row)
                .list();
        return seen(Cursors.slice(found, limit, row -> row.due() + "_" + row.id()));
    }

    private Slice<CompanyObligation> answered(@Nullable String after, int limit) {
        var place = Cursors.place(after, Instant::parse);
        var found = db.sql("""
                        select * from obligation
                         where partner_no = :company and answered_at is not null and follow_up_at is null
                           and (:first or (answered_at, id) < (:at, :id))
                         order by answered_at desc, id desc limit :most
                        """)
                .param("company", responder.company().value())
                .param("first", place == null)
                .param("at", Timestamp.from(place == null ? Instant.EPOCH : place.key()))
                .param("id", place == null ? new UUID(0, 0) : place.id())
                .param("most", limit + 1)
                .query(ObligationRows::row)
                .list();
        return seen(Cursors.slice(found, limit, row -> row.answeredAt() + "_" + row.id()));
    }

    private ObligationRows.Row own(ObligationId id) {
        return db.sql(
                        "select * from obligation where id = ? and partner_no = ? and released_at is not null and cancelled_at is null")
                .param(id.value())
                .param(responder.company(id).value())
                .query(ObligationRows::row)
                .optional()
                .orElseThrow(ResponderDesk::notFound);
    }

    private Slice<CompanyObligation> seen(Slice<ObligationRows.Row> slice) {
        var now = now();
        var first = rows.copiesFirst(
                slice.items().stream().map(ObligationRows.Row::id).toList());
        return new Slice<>(
                slice.items().stream()
                        .map(row -> rows.seenByCompany(row, first.getOrDefault(row.id(), List.of()), now))
                        .toList(),
                slice.next());
    }

    private CompanyObligation seen(ObligationRows.Row row) {
        return seen(new Slice<>(List.of(row), null)).items().getFirst();
    }

    private static void mustLieAhead(LocalDate day, LocalDate today) {
        if (day.isBefore(today)) throw new RuleViolation("expected_by", "error.answer.past");
        if (day.isAfter(today.plusYears(1))) throw new RuleViolation("expected_by", "error.answer.too-far");
    }

    private static NotFound notFound() {
        return new NotFound("error.obligation-not-found");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
