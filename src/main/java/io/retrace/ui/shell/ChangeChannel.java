package io.retrace.ui.shell;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries ids of what changed between nodes over PostgreSQL’s NOTIFY. One thread and one connection both send and
 * listen, so that a commit never waits for a second connection; a lost connection is opened again, and then every page is
 * told, because what was missed is unknown.
 */
@Component
class ChangeChannel implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeChannel.class);
    private static final String NAME = "retrace_changed";
    private static final int WAIT_MILLIS = 200;
    private static final int RETRY_MILLIS = 2_000;

    private final DataSource dataSource;
    private final BlockingQueue<UUID> outgoing = new LinkedBlockingQueue<>(100_000);
    private Consumer<Set<UUID>> changed = _ -> {};
    private Runnable missed = () -> {};
    private volatile boolean running;
    private @Nullable Thread thread;

    ChangeChannel(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void deliverTo(Consumer<Set<UUID>> changed, Runnable missed) {
        this.changed = changed;
        this.missed = missed;
    }

    /** Never blocks; when far too much is waiting, the pages of this node are told of everything instead. */
    void announce(Set<UUID> ids) {
        for (var id : ids) {
            if (!outgoing.offer(id)) {
                outgoing.clear();
                missed.run();
            }
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("live-updates").start(this::carry);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void carry() {
        var again = false;
        while (running) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
                if (again) missed.run();
                while (running) pass(connection);
            } catch (SQLException e) {
                if (!running) return;
                LOG.warn(
                        "live updates lost their connection ({}); trying again in {} ms", e.getMessage(), RETRY_MILLIS);
                again = true;
                pause();
            }
        }
    }

    private static void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + NAME);
        }
    }

    private void pass(Connection connection) throws SQLException {
        var ids = new HashSet<UUID>();
        outgoing.drainTo(ids);
        try (var notify = connection.prepareStatement("select pg_notify('" + NAME + "', ?)")) {
            for (var id : ids) {
                notify.setString(1, id.toString());
                notify.execute();
            }
        } catch (SQLException e) {
            ids.forEach(outgoing::offer); // told twice is better than never
            throw e;
        }
        var heard = connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (heard == null || heard.length == 0) return;
        var arrived = new HashSet<UUID>();
        for (var notification : heard) arrived.add(UUID.fromString(notification.getParameter()));
        changed.accept(arrived);
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
