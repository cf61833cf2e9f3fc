package io.retrace.obligations;

import io.retrace.identity.Roles;
import io.retrace.obligations.AttestationForm.Outcome;
import io.retrace.obligations.InboundLog.Inbound;
import io.retrace.shared.DomainException.NotFound;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Reports about recipients take the same way as all answers. */
@Service
@PreAuthorize(Roles.ANSWERS)
class CompanyOnward implements OnwardDesk {

    private final OnwardReporting reporting;
    private final CompanyAnswers answers;
    private final AnswerCodec codec;
    private final CompanyDesk desk;
    private final JdbcClient db;
    private final Clock clock;

    CompanyOnward(
            OnwardReporting reporting,
            CompanyAnswers answers,
            AnswerCodec codec,
            CompanyDesk desk,
            JdbcClient db,
            Clock clock) {
        this.reporting = reporting;
        this.answers = answers;
        this.codec = codec;
        this.desk = desk;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public List<Named> named(ObligationId obligation) {
        desk.obligation(obligation); // or it is not found
        return db.sql("select n.*, " + OnwardSql.REPORTED + """
                         as word from onward_obligation n
                         where n.obligation_id = :id and n.recipient is not null order by n.id
                        """)
                .param("id", obligation.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(CompanyOnward::named)
                .list();
    }

    @Override
    public Receipt report(ObligationId obligation, OnwardForm form) {
        var answer = answers.incoming(obligation, codec.canonical(form).getBytes(StandardCharsets.UTF_8));
        return answers.take(answer, () -> record(answer, form, null));
    }

    @Override
    public Receipt receive(ObligationId obligation, byte[] body, SignatureHeaders headers) {
        var answer = answers.incoming(obligation, body);
        return answers.take(answer, () -> {
            var signature = answers.signature(answer, headers);
            return record(answer, codec.readOnward(body), signature);
        });
    }

    private Receipt record(Inbound answer, OnwardForm form, @Nullable SignatureBlock itsOwn) {
        var recorded = reporting.record(answer, form, itsOwn);
        return named(answer.obligation()).stream()
                .filter(one -> new OnwardForm(one.recipient(), null, null, null, null, null, null)
                        .key()
                        .equals(form.key()))
                .findFirst()
                .map(one -> new Receipt(one, !recorded))
                .orElseThrow(() -> new NotFound("error.obligation-not-found")); // its person was erased just now
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new Named(
                row.getString("recipient"),
                row.getString("domain"),
                row.getString("purpose"),
                row.getTimestamp("named_at").toInstant(),
                row.getObject("told_on", LocalDate.class),
                row.getObject("answered_on", LocalDate.class),
                outcome == null ? null : Outcome.valueOf(outcome),
                CompanyWord.valueOf(row.getString("word")));
    }
}
