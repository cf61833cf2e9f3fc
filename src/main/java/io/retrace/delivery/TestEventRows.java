package io.retrace.delivery;

import io.retrace.delivery.spi.Outcome;
import io.retrace.partners.PartnerId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code test_event}. */
@Component
class TestEventRows {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;

    TestEventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends nobody else orders one for this company: else two at once would both be within the limit. */
    void lock(PartnerId company) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('test_event'), ?)")
                .param(company.value())
                .query((row, number) -> 0)
                .list();
    }

    int since(PartnerId company, Instant from) {
        return jdbc.sql("select count(*) from test_event where partner_no = ? and ordered_at > ?")
                .params(company.value(), Timestamp.from(from))
                .query(Integer.class)
                .single();
    }

    void insert(String messageId, PartnerId company, Instant now) {
        jdbc.sql("delete from test_event where partner_no = ? and ordered_at < ?")
                .params(company.value(), Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql("insert into test_event (message_id, partner_no, ordered_at) values (?, ?, ?)")
                .params(messageId, company.value(), Timestamp.from(now))
                .update();
    }

    /** When it was ordered, if it still has no outcome. */
    Optional<Instant> open(String messageId) {
        return jdbc.sql("select ordered_at from test_event where message_id = ? and completed_at is null")
                .param(messageId)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    void complete(String messageId, Outcome outcome, Instant now) {
        jdbc.sql("""
                update test_event set completed_at = :now, outcome = :outcome, status = :status
                where message_id = :id and completed_at is null""")
                .param("now", Timestamp.from(now))
                .param("outcome", outcome.word().name())
                .param("status", outcome.status())
                .param("id", messageId)
                .update();
    }

    /** The newest first. */
    List<TestSend> newest(PartnerId company, int limit) {
        return jdbc.sql("select * from test_event where partner_no = ? order by ordered_at desc, message_id limit ?")
                .params(company.value(), limit)
                .query((row, number) -> {
                    var completed = row.getTimestamp("completed_at");
                    return new TestSend(
                            row.getString("message_id"),
                            row.getTimestamp("ordered_at").toInstant(),
                            completed == null ? null : completed.toInstant(),
                            completed == null ? null : DeliveryAttempt.word(row.getString("outcome")),
                            row.getObject("status", Integer.class));
                })
                .list();
    }
}
