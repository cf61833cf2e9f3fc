package io.retrace.agents;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code agent_filing}. */
@Component
class FilingRows {

    private final JdbcClient jdbc;

    FilingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False if the agent has used this {@code agent-request-id} before. */
    boolean insert(Filing filing) {
        var callback = filing.callback();
        return jdbc.sql("""
                                insert into agent_filing (id, agent_id, agent_request_id, content, exercise, state, filed_at,
                                                          lapses_at, address, callback, ended_at)
                                values (:id, :agent, :name, :content, :exercise, :state, :filed, :lapses, :address, :callback,
                                        case when :state <> 'AWAITING' then :filed::timestamptz end)
                                on conflict (agent_id, agent_request_id) do nothing""")
                        .param("id", filing.id().value())
                        .param("agent", filing.agent().value())
                        .param("name", filing.agentRequestId())
                        .param("content", filing.content())
                        .param("exercise", filing.exercise().name())
                        .param("state", filing.state().name())
                        .param("filed", Timestamp.from(filing.filedAt()))
                        .param("lapses", Timestamp.from(filing.lapsesAt()))
                        .param("address", filing.address())
                        .param("callback", callback == null ? null : callback.toString())
                        .update()
                == 1;
    }

    Optional<Filing> find(FilingId id) {
        return one("select * from agent_filing where id = ?", id.value());
    }

    Optional<Filing> named(AgentId agent, String agentRequestId) {
        return one(
                "select * from agent_filing where agent_id = ? and agent_request_id = ?",
                agent.value(),
                agentRequestId);
    }

    /** Until the transaction ends nobody else moves it. */
    Optional<Filing> lock(FilingId id) {
        return one("select * from agent_filing where id = ? for update", id.value());
    }

    /** What became this request, oldest first; the first one made it, unless all were merged into it. */
    List<Filing> of(RequestId request) {
        return jdbc.sql("select * from agent_filing where request_id = ? order by merged, filed_at")
                .param(request.value())
                .query((row, number) -> filing(row))
                .list();
    }

    /** Filed for this person and not decided yet, oldest first. */
    List<Filing> waitingFor(SubjectId subject, Instant now) {
        return jdbc.sql("""
                        select * from agent_filing
                         where subject_id = ? and state = 'AWAITING' and lapses_at > ? order by filed_at, id limit 50""")
                .params(subject.value(), Timestamp.from(now))
                .query((row, number) -> filing(row))
                .list();
    }

    /** The search is over; the address goes. */
    void sought(FilingId id, @Nullable SubjectId found, Instant now) {
        jdbc.sql("update agent_filing set sought_at = ?, subject_id = ?, address = null where id = ?")
                .param(Timestamp.from(now))
                .param(found == null ? null : found.value())
                .param(id.value())
                .update();
    }

    /** How many were filed for this person since then. */
    int foundSince(SubjectId subject, Instant since) {
        return jdbc.sql("select count(*) from agent_filing where subject_id = ? and sought_at > ?")
                .params(subject.value(), Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void confirmed(FilingId id, RequestId request, boolean merged) {
        jdbc.sql("update agent_filing set state = 'CONFIRMED', request_id = ?, merged = ? where id = ?")
                .params(request.value(), merged, id.value())
                .update();
    }

    void ended(FilingId id, FilingState state, Instant now) {
        jdbc.sql("update agent_filing set state = ?, ended_at = ?, address = null where id = ?")
                .params(state.name(), Timestamp.from(now), id.value())
                .update();
    }

    /** Counts a try at the callback; returns how many there were. */
    int tried(FilingId id) {
        return jdbc.sql("update agent_filing set tries = tries + 1 where id = ? returning tries")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .orElse(Integer.MAX_VALUE);
    }

    void toldOrGivenUp(FilingId id) {
        jdbc.sql("update agent_filing set tries = 0 where id = ?")
                .param(id.value())
                .update();
    }

    /** What came to nothing is forgotten (§3.02: after 60 days); what became a request stays with it. */
    void forget(Instant lapsedBefore) {
        jdbc.sql("delete from agent_filing where request_id is null and lapses_at < ?")
                .param(Timestamp.from(lapsedBefore))
                .update();
    }

    void erase(SubjectId subject) {
        jdbc.sql("delete from agent_filing where subject_id = ?")
                .param(subject.value())
                .update();
    }

    private Optional<Filing> one(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query((row, number) -> filing(row)).optional();
    }

    private static Filing filing(ResultSet row) throws SQLException {
        var soughtAt = row.getTimestamp("sought_at");
        var subject = row.getObject("subject_id", UUID.class);
        var request = row.getObject("request_id", UUID.class);
        var callback = row.getString("callback");
        return new Filing(
                new FilingId(row.getObject("id", UUID.class)),
                new AgentId(row.getString("agent_id")),
                row.getString("agent_request_id"),
                row.getBytes("content"),
                Exercise.valueOf(row.getString("exercise")),
                FilingState.valueOf(row.getString("state")),
                row.getTimestamp("filed_at").toInstant(),
                row.getTimestamp("lapses_at").toInstant(),
                row.getBytes("address"),
                soughtAt == null ? null : soughtAt.toInstant(),
                subject == null ? null : new SubjectId(subject),
                request == null ? null : new RequestId(request),
                row.getBoolean("merged"),
                callback == null ? null : URI.create(callback));
    }
}
