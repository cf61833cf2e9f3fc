package io.retrace.agents;

import io.retrace.partners.SigningKey;
import io.retrace.shared.Sha256;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code agent} and {@code agent_message}. */
@Component
class AgentRows {

    private final JdbcClient jdbc;

    AgentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Agent> all() {
        return jdbc.sql("select * from agent order by lower(name), id")
                .query((row, number) -> agent(row))
                .list();
    }

    Optional<Agent> find(AgentId id) {
        return jdbc.sql("select * from agent where id = ?")
                .param(id.value())
                .query((row, number) -> agent(row))
                .optional();
    }

    /** Until the transaction ends nobody else changes it. */
    Optional<Agent> lock(AgentId id) {
        return jdbc.sql("select * from agent where id = ? for update")
                .param(id.value())
                .query((row, number) -> agent(row))
                .optional();
    }

    /** Whose token it is, if its agent is active. Found by its hash: how long that takes tells nothing of the token. */
    Optional<Agent> withToken(Sha256 hash) {
        return jdbc.sql("select * from agent where token_hash = ? and active")
                .param(hash.bytes())
                .query((row, number) -> agent(row))
                .optional();
    }

    /** False if somebody registered it just before. */
    boolean insert(AgentDetails agent, Instant now) {
        return jdbc.sql("""
                                insert into agent (id, name, verify_key, endpoint, active, registered_at, changed_at)
                                values (:id, :name, :key, :endpoint, :active, :now, :now) on conflict do nothing""")
                        .param("id", agent.id().value())
                        .param("name", agent.name())
                        .param("key", agent.key().raw())
                        .param("endpoint", agent.endpoint().toString())
                        .param("active", agent.active())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** A token that another key fetched is worth nothing any more. */
    void change(AgentDetails agent, Instant now) {
        jdbc.sql("""
                        update agent set name = :name, verify_key = :key, endpoint = :endpoint, active = :active,
                               changed_at = :now,
                               token_hash = case when verify_key = :key and :active then token_hash end,
                               paired_at = case when verify_key = :key and :active then paired_at end
                         where id = :id""")
                .param("id", agent.id().value())
                .param("name", agent.name())
                .param("key", agent.key().raw())
                .param("endpoint", agent.endpoint().toString())
                .param("active", agent.active())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** From now on this token, and no other. */
    void paired(AgentId id, Sha256 tokenHash, Instant now) {
        jdbc.sql("update agent set token_hash = ?, paired_at = ? where id = ?")
                .params(tokenHash.bytes(), Timestamp.from(now), id.value())
                .update();
    }

    /** False if this very message was taken before. */
    boolean first(AgentId from, Sha256 message, Instant expires) {
        return jdbc.sql("insert into agent_message values (?, ?, ?) on conflict do nothing")
                        .params(from.value(), message.bytes(), Timestamp.from(expires))
                        .update()
                == 1;
    }

    /** What has expired is refused for that, so it need not be remembered. */
    void forgetMessages(Instant expiredBefore) {
        jdbc.sql("delete from agent_message where expires_at < ?")
                .param(Timestamp.from(expiredBefore))
                .update();
    }

    private static Agent agent(ResultSet row) throws SQLException {
        var pairedAt = row.getTimestamp("paired_at");
        return new Agent(
                new AgentId(row.getString("id")),
                row.getString("name"),
                new SigningKey(row.getBytes("verify_key")),
                URI.create(row.getString("endpoint")),
                row.getBoolean("active"),
                pairedAt == null ? null : pairedAt.toInstant());
    }
}
