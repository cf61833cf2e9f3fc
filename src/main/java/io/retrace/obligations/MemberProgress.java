package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.ledger.PhotoId;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.requests.TimelineEntry;
import io.retrace.shared.DomainException.NotFound;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@PreAuthorize(Roles.IS_MEMBER)
@Transactional
class MemberProgress implements RequestProgress {

    private static final BinaryOperator<CompanyWord> WORST =
            BinaryOperator.minBy(Comparator.comparing(ObligationRows::attention));

    private final JdbcClient db;
    private final ObligationRows rows;
    private final AttestationRows attestations;
    private final CopyRows copies;
    private final PassedOnRows passedOn;
    private final Entries entries;
    private final CurrentUser user;
    private final Clock clock;

    MemberProgress(
            JdbcClient db,
            ObligationRows rows,
            AttestationRows attestations,
            CopyRows copies,
            PassedOnRows passedOn,
            Entries entries,
            CurrentUser user,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.attestations = attestations;
        this.copies = copies;
        this.passedOn = passedOn;
        this.entries = entries;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public List<CompanyProgress> companies(RequestId request) {
        mustBeOwn("request_id", request.value(), "error.request-not-found");
        return rows.companies(request, clock.instant());
    }

    @Override
    public List<TimelineEntry> timeline(RequestId request) {
        mustBeOwn("request_id", request.value(), "error.request-not-found");
        return entries.of(request);
    }

    @Override
    public Map<PartnerId, CompanyWord> wordsFor(PhotoId photo) {
        return words(
                "join obligation_item i on i.obligation_id = o.id and i.subject_id = :subject and i.photo_id = :photo",
                photo.value());
    }

    @Override
    public Map<PartnerId, List<PassedOn>> passedOn(PhotoId photo) {
        return passedOn.of(user.subject(), photo, clock.instant());
    }

    @Override
    public Map<PartnerId, CompanyWord> words() {
        return words("", new UUID(0, 0));
    }

    @Override
    public List<Attestation> attestations(ObligationId obligation) {
        mustBeOwn("id", obligation.value(), "error.obligation-not-found");
        return attestations.all(obligation);
    }

    @Override
    public List<CopyAnswer> copies(ObligationId obligation) {
        mustBeOwn("id", obligation.value(), "error.obligation-not-found");
        return copies.all(obligation);
    }

    private Map<PartnerId, CompanyWord> words(String join, UUID photo) {
        return db
                .sql("select o.partner_no, w.word from obligation o " + join + " " + WordSql.EACH
                        + " where o.subject_id = :subject and o.kind = 'ERASURE' and o.cancelled_at is null")
                .param("subject", user.subject().value())
                .param("photo", photo)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) ->
                        Map.entry(new PartnerId(row.getInt("partner_no")), CompanyWord.valueOf(row.getString("word"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, WORST));
    }

    /** Obligations carry their person, so what is another’s is not found, like what does not exist. */
    private void mustBeOwn(String column, UUID id, String key) {
        var own = db.sql("select exists (select from obligation where " + column + " = ? and subject_id = ?)")
                .param(id)
                .param(user.subject().value())
                .query(Boolean.class)
                .single();
        if (!own) throw new NotFound(key);
    }
}
