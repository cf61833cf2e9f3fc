package io.retrace.identity;

import io.retrace.identity.spi.JournalKind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares the database with the erasure journal before the doors open, and applies what the database does not know: after
 * a restore from backup people who were erased are erased again, and what was taken back is taken back again. A journal
 * that does not fit stops the start.
 */
@Component
class JournalCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JournalCheck.class);

    private final Journal journal;
    private final ErasingLife life;
    private final ErasingRun run;
    private final List<JournalKind> kinds;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Path path;
    private final boolean lost;
    private final Map<String, Integer> applied = new TreeMap<>();
    private long lines;
    private boolean running;

    JournalCheck(
            Journal journal,
            ErasingLife life,
            ErasingRun run,
            ObjectProvider<JournalKind> kinds,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${retrace.journal:${retrace.embedded.home:.retrace}/journal/erasures}") Path path,
            @Value("${retrace.journal-is-lost:false}") boolean lost) {
        this.journal = journal;
        this.life = life;
        this.run = run;
        this.kinds = kinds.stream().toList();
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.path = path;
        this.lost = lost;
    }

    /** Lines that the last start applied, by kind. */
    Map<String, Integer> applied() {
        return applied;
    }

    /** How many lines the journal has. */
    long lines() {
        return lines;
    }

    @Override
    public void start() {
        if (lost) beginAnew();
        var behind = transactions.execute(status -> behind());
        behind.forEach(this::apply);
        if (!behind.isEmpty()) report(behind);
        running = true;
    }

    /** Lines that this database has not seen. */
    private List<JournalLine> behind() {
        var position = journal.position();
        var file = journal.file();
        if (!file.exists()) {
            // an old backup may have seen none of its lines, and still people were erased since
            if (position.begun()) throw JournalRefused.missing(path, position.no());
            file.create();
        }
        journal.begun();
        var unseen = new ArrayList<JournalLine>();
        var end = file.read(line -> {
            var mac = position.mac();
            if (line.no() > position.no()) unseen.add(line);
            else if (line.no() == position.no() && mac != null && !line.hasCode(mac))
                throw JournalRefused.other(path, line.no());
        });
        if (end.no() < position.no()) throw JournalRefused.cut(path, end.no(), position.no());
        lines = end.no();
        return unseen;
    }

    /** One line, one transaction with its place; the data of an erased person step by step after it. */
    private void apply(JournalLine line) {
        if (line.kind().equals(Journal.ERASED)) {
            run.forget(life.repeat(line.subject(), line.detail()));
            transactions.executeWithoutResult(status -> journal.advance(line));
            applied.merge(line.kind(), 1, Integer::sum);
            return;
        }
        var kind = kinds.stream()
                .filter(known -> known.kind().equals(line.kind()))
                .findFirst()
                .orElseThrow(() -> JournalRefused.unknownKind(path, line));
        transactions.executeWithoutResult(status -> {
            applied.merge(line.kind(), kind.apply(line.subject(), line.at(), line.detail()), Integer::sum);
            journal.advance(line);
        });
    }

    private void report(List<JournalLine> lines) {
        var from = lines.getFirst().no();
        var to = lines.getLast().no();
        transactions.executeWithoutResult(status -> events.publishEvent(
                new JournalApplied(from, to, applied, clock.instant().truncatedTo(ChronoUnit.MICROS))));
        LOG.warn(
                "this database was older than the erasure journal: lines {} to {} are applied again, {}",
                from,
                to,
                applied);
    }

    private void beginAnew() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        transactions.executeWithoutResult(status -> {
            var position = journal.position();
            journal.file().putAside(now);
            journal.file().create();
            journal.startOver();
            events.publishEvent(new JournalReplaced(position.no(), now));
            LOG.warn("the erasure journal begins anew at {}; what was in the lost one cannot be applied", path);
        });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Long before the web server, which starts near the last phase. */
    @Override
    public int getPhase() {
        return 0;
    }
}
