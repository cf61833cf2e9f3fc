package io.retrace.ledger;

import io.retrace.shared.Sha256;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores batches: straight into the table, because most feeds repeat nothing; if the unique index objects, the rows that are
 * stored already are found, compared and left out, and the rest is tried again.
 */
@Component
class BatchRows {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRows.class);
    private static final int TRIES = 5;
    private static final int COPIES = 20;
    private static final String BATCH =
            "insert into feed_batch (kind, lines, root, recorded_at) values (?, ?, ?, ?) returning no";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    BatchRows(JdbcTemplate jdbc, PlatformTransactionManager transactionManager, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** A batch as its table wants it. */
    interface Table {

        String kind();

        /** Runs first in each transaction. */
        void before(Connection connection) throws SQLException;

        /** Marks rows that are stored already, as duplicates or refused. */
        void compare(Connection connection) throws SQLException;

        Sha256 root(int[] order);

        void copy(Connection connection, int[] order, int batchNo) throws SQLException;

        /** Runs last, in the same transaction, if anything was stored: what follows from it, its event included. */
        void after(Connection connection, Stored stored) throws SQLException;
    }

    /** What one transaction stored. */
    record Stored(int batchNo, int[] order, Sha256 root, Instant at) {}

    void store(FeedBatch batch, Table table) {
        for (int attempt = 1; ; attempt++) {
            try {
                transactions.executeWithoutResult(_ -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
                    batch.undecide();
                    store(connection, batch, table);
                    return true;
                }));
                return;
            } catch (PessimisticLockingFailureException e) {
                if (attempt == TRIES) throw e;
                LOG.info("a feed batch met another one and is tried again ({} of {})", attempt + 1, TRIES);
            }
        }
    }

    private void store(Connection connection, FeedBatch batch, Table table) throws SQLException {
        table.before(connection);
        for (int attempt = 1; ; attempt++) {
            var order = EventOrder.of(batch);
            if (order.length == 0) return;
            var rows = new Rows(order, table.root(order), clock.instant());
            var violation = tryCopy(connection, table, rows);
            if (violation == null) return;
            // unless the transaction we waited for was rolled back, what stood in the way can be seen now
            if (attempt == COPIES) throw violation;
            table.compare(connection);
        }
    }

    /** What to store, in order of event id. */
    private record Rows(int[] order, Sha256 root, Instant at) {}

    /** Returns what the unique index objected to, with everything undone, or {@code null} if it is stored. */
    private static @Nullable SQLException tryCopy(Connection connection, Table table, Rows rows) throws SQLException {
        var savepoint = connection.setSavepoint();
        int no;
        try {
            no = insertBatch(connection, table.kind(), rows);
            table.copy(connection, rows.order, no);
        } catch (SQLException e) {
            if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) throw e;
            connection.rollback(savepoint);
            return e;
        }
        connection.releaseSavepoint(savepoint);
        table.after(connection, new Stored(no, rows.order, rows.root, rows.at));
        return null;
    }

    private static int insertBatch(Connection connection, String kind, Rows rows) throws SQLException {
        try (var insert = connection.prepareStatement(BATCH)) {
            insert.setString(1, kind);
            insert.setInt(2, rows.order.length);
            insert.setBytes(3, rows.root.bytes());
            insert.setTimestamp(4, Timestamp.from(rows.at));
            try (var key = insert.executeQuery()) {
                key.next();
                return key.getInt(1);
            }
        }
    }
}
