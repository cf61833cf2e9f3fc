package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.DomainException.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a file is about; every query carries the company that is signed in (T5). */
@Component
class ExchangeRows {

    private final JdbcClient db;
    private final PartnerDirectory partners;
    private final CurrentUser user;
    private final LegalZone zone;
    private final Clock clock;

    ExchangeRows(JdbcClient db, PartnerDirectory partners, CurrentUser user, LegalZone zone, Clock clock) {
        this.db = db;
        this.partners = partners;
        this.user = user;
        this.zone = zone;
        this.clock = clock;
    }

    /** Its questions about deletion, by their references; what is foreign is not among them. */
    Map<String, ObligationId> own(Collection<String> references) {
        return db
                .sql("""
                        select id, reference from obligation
                         where partner_no = :company and reference = any (:references) and kind = 'ERASURE'
                           and released_at is not null and cancelled_at is null
                        """)
                .param("company", company())
                .param("references", references.toArray(String[]::new))
                .query((row, number) ->
                        Map.entry(row.getString("reference"), new ObligationId(row.getObject("id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What it was asked and is not asked for any more, newest first. */
    List<Cancelled> cancelled() {
        return db.sql("""
                        select reference, cancelled_at from obligation
                         where partner_no = :company and released_at is not null
                           and cancelled_at > :since
                         order by cancelled_at desc, id limit 10000
                        """)
                .param("company", company())
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(365))))
                .query((row, number) -> new Cancelled(
                        row.getString("reference"),
                        zone.dayOf(row.getTimestamp("cancelled_at").toInstant())))
                .list();
    }

    /** A question that is taken back. */
    record Cancelled(String reference, LocalDate day) {}

    private short company() {
        return partners.bySlug(user.company())
                .map(partner -> (short) partner.id().value())
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
    }
}
