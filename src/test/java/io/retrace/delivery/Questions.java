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
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Questions to companies, and which reached them: kept in tables, so that they share the fate of the transaction and other
 * processes know them.
 */
final class Questions implements Asking {

    private final JdbcClient jdbc;
    private final AtomicInteger crashes = new AtomicInteger();

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("""
                create table if not exists asked (obligation uuid primary key, company int, reference text,
                    open boolean default true, taken_back boolean default false);
                create table if not exists reached (obligation uuid, message_id text, at timestamptz,
                    primary key (obligation, message_id))""").update();
    }

    ObligationId ask(PartnerId company) {
        var id = new ObligationId(UUID.randomUUID());
        jdbc.sql("insert into asked values (?, ?, ?)")
                .params(id.value(), company.value(), Reference.next('O').toString())
                .update();
        return id;
    }

    void close(ObligationId id) {
        jdbc.sql("update asked set open = false where obligation = ?")
                .param(id.value())
                .update();
    }

    void takeBack(ObligationId id) {
        close(id);
        jdbc.sql("update asked set taken_back = true where obligation = ?")
                .param(id.value())
                .update();
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
        return jdbc.sql("select company, reference, open from asked where obligation = ?")
                .param(obligation.value())
                .query((row, n) -> new Question(
                        obligation,
                        new PartnerId(row.getInt(1)),
                        new Reference(row.getString(2)),
                        false,
                        3,
                        LocalDate.parse("2026-12-03"),
                        row.getBoolean(3) ? 0 : 1,
                        row.getBoolean(3)))
                .optional()
                .orElseThrow(() -> new DomainException.NotFound("error.not-found"));
    }

    @Override
    public boolean onItsPage(ObligationId obligation) {
        return jdbc.sql("select exists (select from asked where obligation = ? and not taken_back)")
                .param(obligation.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void reached(ObligationId obligation, String messageId, Instant at) {
        jdbc.sql("insert into reached values (?, ?, ?) on conflict do nothing")
                .params(obligation.value(), messageId, Timestamp.from(at))
                .update();
        if (crashes.getAndUpdate(count -> Math.max(0, count - 1)) > 0) throw new IllegalStateException("crash");
    }
}
