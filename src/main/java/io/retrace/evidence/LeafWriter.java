package io.retrace.evidence;

import io.retrace.shared.DomainEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes one leaf per event, in the transaction that made the change, in one round trip. Heard at once and not before
 * commit: such a listener would silently miss an event published outside a transaction, and this one refuses it (ADR 0005).
 */
@Component
class LeafWriter {

    private static final String INSERT = """
            with leaf as (insert into evidence_leaf (entry) values (?) returning no)
            insert into evidence_opening (leaf_no, subject_id, salt, body) select no, ?, ?, ? from leaf""";

    private final JdbcTemplate jdbc;

    LeafWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE) // in the order of the changes: before listeners that publish events of their own
    void on(DomainEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) throw outsideTransaction(event);
        var leaf = Leaf.of(event);
        jdbc.execute((Connection connection) -> insert(connection, event, leaf));
    }

    private static int insert(Connection connection, DomainEvent event, Leaf leaf) throws SQLException {
        // after commit Spring still calls the transaction active, but what is written then belongs to none
        if (connection.getAutoCommit()) throw outsideTransaction(event);
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setBytes(1, leaf.entry());
            insert.setObject(2, leaf.subject(), Types.OTHER);
            insert.setBytes(3, leaf.salt());
            insert.setBytes(4, leaf.body());
            return insert.executeUpdate();
        }
    }

    private static IllegalStateException outsideTransaction(DomainEvent event) {
        return new IllegalStateException(
                EventType.of(event.getClass())
                        + " was published outside the transaction of its change: its evidence could be there without the change");
    }
}
