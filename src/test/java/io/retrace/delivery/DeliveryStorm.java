package io.retrace.delivery;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.testing.DurableSink;
import io.retrace.testing.OwnPostgres;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** People go on asking while two nodes, their database and its connections die, or sleep longer than their lease. */
final class DeliveryStorm implements AutoCloseable {

    private static final int COMPANIES = 8;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(25);
    private static final Duration A_COMPANY_TAKES = Duration.ofMillis(15);
    private static final Duration LONGER_THAN_A_LEASE = StormNode.HEARTBEAT.multipliedBy(10);

    final OwnPostgres postgres = new OwnPostgres();
    final DurableSink sink = DurableSink.open(answer -> {
        LockSupport.parkNanos(A_COMPANY_TAKES.toNanos());
        answer.run();
    });
    private final DeliveryWorld world = new DeliveryWorld(postgres.dataSource());
    private final List<PartnerId> companies = companies(world, sink.url());
    private final List<ObligationId> accepted = new CopyOnWriteArrayList<>();
    private final List<StormNode> nodes = new ArrayList<>();
    private final Random random;

    DeliveryStorm(long seed) throws IOException {
        random = new Random(seed);
        world.clock.run();
        for (int i = 0; i < 2; i++) nodes.add(StormNode.start(postgres.url(), sink.url()));
    }

    /** What may happen at any time. */
    enum Trouble {
        KILL,
        SLEEP,
        CRASH,
        CUT
    }

    /** The same in every process. */
    static List<PartnerId> companies(DeliveryWorld world, URI url) {
        return IntStream.range(0, COMPANIES)
                .mapToObj(n -> world.companies.byWebhook(url))
                .toList();
    }

    /** Each trouble twice, in an order of its own; returns when the last is over, not when its harm is mended. */
    void rage() throws Exception {
        var troubles = new ArrayList<>(List.of(Trouble.values()));
        troubles.addAll(List.of(Trouble.values()));
        Collections.shuffle(troubles, random);
        var over = new AtomicBoolean();
        var people = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                ask();
                LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
            }
        });
        try {
            for (var trouble : troubles) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(500, 2_500));
                strike(trouble);
            }
        } finally {
            over.set(true);
            people.join();
        }
    }

    /** Those whose transaction was told to have committed; others may be stored as well. */
    List<ObligationId> accepted() {
        return accepted;
    }

    @Override
    public void close() throws IOException {
        nodes.forEach(StormNode::close);
        world.close();
        sink.close();
        postgres.close();
    }

    private void ask() {
        try {
            var question = new CompletableFuture<ObligationId>();
            world.inTransaction(() -> {
                var asked = world.questions.ask(companies.get(accepted.size() % COMPANIES));
                world.publishBare(world.event(asked, 0));
                question.complete(asked);
            });
            accepted.add(question.join());
        } catch (DataAccessException | TransactionException notAccepted) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos()); // and told so
        }
    }

    private void strike(Trouble trouble) throws Exception {
        var node = nodes.get(random.nextInt(nodes.size()));
        switch (trouble) {
            case KILL -> node.kill();
            case SLEEP -> {
                node.freeze();
                TimeUnit.MILLISECONDS.sleep(LONGER_THAN_A_LEASE.toMillis());
                node.thaw();
            }
            case CRASH -> postgres.crashAndRecover();
            case CUT -> postgres.cutConnections();
        }
    }
}
