package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.PhotoId;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recipients as the person and staff see them, in the order of naming. */
@Component
class PassedOnRows {

    private static final String FROM =
            "select n.*, a.partner_no as asked_no, o.partner_no, v.word from obligation o join "
                    + OnwardSql.RECIPIENTS.replaceFirst(" left join", " on n.obligation_id = o.id left join");

    private final JdbcClient db;
    private final PartnerDirectory partners;

    PassedOnRows(JdbcClient db, PartnerDirectory partners) {
        this.db = db;
        this.partners = partners;
    }

    /** By the obligation of the company that named them. */
    Map<ObligationId, List<PassedOn>> of(RequestId request, Instant now) {
        return db
                .sql(FROM + " where o.request_id = :request order by n.id")
                .param("request", request.value())
                .param("now", Timestamp.from(now))
                .query(this::passedOn)
                .list()
                .stream()
                .collect(Collectors.groupingBy(PassedOn::obligation));
    }

    /** By the company that named them, for one photo. */
    Map<PartnerId, List<PassedOn>> of(SubjectId subject, PhotoId photo, Instant now) {
        return db
                .sql(FROM + " " + """
                        where o.subject_id = :subject and exists (
                             select from obligation_item i
                              where i.obligation_id = o.id and i.subject_id = :subject and i.photo_id = :photo)
                        order by n.id""")
                .param("subject", subject.value())
                .param("photo", photo.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> Map.entry(new PartnerId(row.getInt("partner_no")), passedOn(row, number)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private PassedOn passedOn(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var asked = row.getInt("asked_no");
        return new PassedOn(
                new ObligationId(row.getObject("obligation_id", UUID.class)),
                row.getString("recipient"),
                row.getString("purpose"),
                row.getTimestamp("named_at").toInstant(),
                row.getObject("told_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                CompanyWord.valueOf(row.getString("word")),
                row.getTimestamp("silent_after").toInstant(),
                asked == 0 ? null : partners.partner(new PartnerId(asked)));
    }
}
