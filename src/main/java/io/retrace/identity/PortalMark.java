package io.retrace.identity;

import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks a new database with the kind of its portal, and keeps a portal of another kind from starting on it. */
@Component
class PortalMark implements SmartLifecycle {

    private final JdbcClient jdbc;
    private final PortalKind kind;
    private boolean running;

    PortalMark(JdbcClient jdbc, @Value("${retrace.portal-kind:real}") String kind) {
        this.jdbc = jdbc;
        this.kind = PortalKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    PortalKind kind() {
        return kind;
    }

    /** Throws {@code IllegalStateException} if the database belongs to a portal of another kind. */
    @Override
    public void start() {
        jdbc.sql("insert into portal_kind (kind) values (?) on conflict do nothing")
                .param(kind.name())
                .update();
        var marked =
                jdbc.sql("select kind from portal_kind").query(String.class).single();
        if (!marked.equals(kind.name()))
            throw new IllegalStateException("This database is one of kind " + marked + ", and retrace.portal-kind is "
                    + kind + ": give each portal a database of its own.");
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the erasure journal is compared, and long before the doors open. */
    @Override
    public int getPhase() {
        return -1;
    }
}
