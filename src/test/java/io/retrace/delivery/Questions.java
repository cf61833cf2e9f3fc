package io.retrace.delivery;

import io.retrace.obligations.Asking;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.shared.DomainException;
import io.retrace.shared.Reference;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to companies, and which reached them: kept in a table, so that it shares the fate of the transaction. */
final class Questions implements Asking {

    private final JdbcClient jdbc;
    private final Map<ObligationId, Question> questions = new ConcurrentHashMap<>();
    private final AtomicInteger crashes = new AtomicInteger();

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(
                        "create table reached (obligation uuid, message_id text, at timestamptz, primary key (obligation, message_id))")
                .update();
    }

    ObligationId ask(PartnerId company) {
        var id = new ObligationId(UUID.randomUUID());
        questions.put(
                id, new Question(id, company, Reference.next('O'), false, 3, LocalDate.parse("2026-12-03"), 0, true));
        return id;
    }

    void close(ObligationId id) {
        questions.computeIfPresent(
                id,
                (key, q) -> new Question(
                        q.obligation(), q.company(), q.reference(), q.copy(), q.items(), q.due(), 1, false));
    }

    /** The next time a company has been reached, we die before that is on record. */
    void crashBeforeRecord() {
        crashes.incrementAndGet();
    }

    List<@Nullable String> reached(ObligationId id) {
        return jdbc.sql("select message_id from reached where obligation = ? order by at")
                .param(id.value())
                .query(String.class)
                .list();
    }

    @Override
    public Question question(ObligationId obligation) {
        var question = questions.get(obligation);
        if (question == null) throw new DomainException.NotFound("error.not-found");
        return question;
    }

    @Override
    public void reached(ObligationId obligation, String messageId, Instant at) {
        jdbc.sql("insert into reached values (?, ?, ?) on conflict do nothing")
                .params(obligation.value(), messageId, Timestamp.from(at))
                .update();
        if (crashes.getAndUpdate(count -> Math.max(0, count - 1)) > 0) throw new IllegalStateException("crash");
    }
}
