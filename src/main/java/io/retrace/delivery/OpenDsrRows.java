package io.retrace.delivery;

import io.retrace.delivery.opendsr.Meaning;
import io.retrace.delivery.spi.Message.About;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code opendsr_request}. */
@Component
class OpenDsrRows {

    private final JdbcClient jdbc;

    OpenDsrRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest submission of this question. */
    Optional<OpenDsrRequest> latest(ObligationId obligation) {
        return jdbc.sql("select * from opendsr_request where obligation_id = ? order by written_at desc limit 1")
                .param(obligation.value())
                .query((row, number) -> request(row))
                .optional();
    }

    /** The submission of this message: the same on every attempt. */
    OpenDsrRequest of(About message, @Nullable UUID amends) {
        jdbc.sql("""
                        insert into opendsr_request
                            (subject_request_id, obligation_id, partner_no, message_id, amends, written_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (obligation_id, message_id) do nothing""")
                .param(UUID.randomUUID()) // version 4, as the protocol asks
                .param(message.question().obligation().value())
                .param(message.company().id().value())
                .param(message.id())
                .param(amends)
                .param(Timestamp.from(message.writtenAt()))
                .update();
        return jdbc.sql("select * from opendsr_request where obligation_id = ? and message_id = ?")
                .params(message.question().obligation().value(), message.id())
                .query((row, number) -> request(row))
                .single();
    }

    Optional<OpenDsrRequest> find(UUID id) {
        return jdbc.sql("select * from opendsr_request where subject_request_id = ?")
                .param(id)
                .query((row, number) -> request(row))
                .optional();
    }

    /** Until the transaction ends nobody else moves it. Of another company it does not exist. */
    Optional<OpenDsrRequest> lock(UUID id, PartnerId company) {
        return jdbc.sql("""
                        select * from opendsr_request
                        where subject_request_id = ? and partner_no = ? and sent_at is not null for update""")
                .params(id, company.value())
                .query((row, number) -> request(row))
                .optional();
    }

    void sent(UUID id, Instant now) {
        jdbc.sql("update opendsr_request set sent_at = coalesce(sent_at, ?) where subject_request_id = ?")
                .params(Timestamp.from(now), id)
                .update();
    }

    void become(UUID id, Meaning meaning, @Nullable Instant expectedBy) {
        jdbc.sql("""
                        update opendsr_request set meaning = ?, expected_by = coalesce(?::timestamptz, expected_by)
                        where subject_request_id = ?""")
                .param(meaning.name())
                .param(expectedBy == null ? null : Timestamp.from(expectedBy))
                .param(id)
                .update();
    }

    void objects(UUID id, @Nullable String reason, Instant now) {
        jdbc.sql("update opendsr_request set objected_at = ?, objection = ? where subject_request_id = ?")
                .param(Timestamp.from(now))
                .param(reason)
                .param(id)
                .update();
    }

    /** The newest one to this question; empty as well once an answer stands that came the same way. */
    Optional<Objection> objection(ObligationId obligation) {
        return jdbc.sql("""
                        select objected_at, objection from opendsr_request
                        where obligation_id = ? and objected_at is not null and meaning <> 'ATTESTED'
                        order by objected_at desc limit 1""")
                .param(obligation.value())
                .query((row, number) -> new Objection(row.getTimestamp(1).toInstant(), row.getString(2)))
                .optional();
    }

    void polled(UUID id) {
        jdbc.sql("update opendsr_request set polls = polls + 1 where subject_request_id = ?")
                .param(id)
                .update();
    }

    private static OpenDsrRequest request(ResultSet row) throws SQLException {
        var meaning = row.getString("meaning");
        return new OpenDsrRequest(
                row.getObject("subject_request_id", UUID.class),
                new ObligationId(row.getObject("obligation_id", UUID.class)),
                new PartnerId(row.getInt("partner_no")),
                row.getObject("amends", UUID.class),
                instant(row.getTimestamp("sent_at")),
                meaning == null ? null : Meaning.valueOf(meaning),
                instant(row.getTimestamp("expected_by")),
                row.getInt("polls"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
