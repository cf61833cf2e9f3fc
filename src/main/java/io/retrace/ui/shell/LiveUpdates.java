package io.retrace.ui.shell;

import io.retrace.access.PackageChanged;
import io.retrace.evidence.ReceiptsProvable;
import io.retrace.obligations.ObligationChanged;
import io.retrace.requests.RequestChanged;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages that something about a request or a person changed, whichever node changed it. Pages then read again;
 * nothing but ids travels. A page may be told once too often, never too seldom.
 */
@Component
public class LiveUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(LiveUpdates.class);

    private final Map<UUID, Set<Runnable>> watchers = new ConcurrentHashMap<>();
    private final ChangeChannel channel;

    LiveUpdates(ChangeChannel channel) {
        this.channel = channel;
        channel.deliverTo(this::tell, this::tellAll);
    }

    /** Calls back when this request or person changed; end it with the returned call when the page closes. */
    public Runnable watch(UUID id, Runnable whenChanged) {
        watchers.computeIfAbsent(id, _ -> new CopyOnWriteArraySet<>()).add(whenChanged);
        return () -> watchers.computeIfPresent(id, (_, set) -> {
            set.remove(whenChanged);
            return set.isEmpty() ? null : set;
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(RequestChanged change) {
        channel.announce(Set.of(change.request().value(), change.subject().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ObligationChanged change) {
        channel.announce(Set.of(change.request().value(), change.subject().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(PackageChanged change) {
        channel.announce(Set.of(change.request().value(), change.subject().value()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(ReceiptsProvable change) {
        channel.announce(Set.of(change.request().value()));
    }

    private void tell(Set<UUID> changed) {
        for (var id : changed) watchers.getOrDefault(id, Set.of()).forEach(LiveUpdates::run);
    }

    private void tellAll() {
        watchers.values().forEach(set -> set.forEach(LiveUpdates::run));
    }

    private static void run(Runnable watcher) {
        try {
            watcher.run();
        } catch (RuntimeException e) {
            LOG.debug("a page could not be told of a change; it is gone or reads again when opened", e);
        }
    }
}
