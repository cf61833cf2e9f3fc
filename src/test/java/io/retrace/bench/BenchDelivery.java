package io.retrace.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.retrace.delivery.BareSender;
import io.retrace.partners.WebhookEndpoint;
import io.retrace.partners.WebhookEndpoints;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * P4: signed webhooks per second from a queue of due questions until every one is told, recorded, in the evidence log and off
 * the queue, to a server on this machine. The floor is a loop with the same HTTP client, message and signing and as many
 * threads, without a database; the peer is one job of a bare db-scheduler for each send. So many companies that nobody’s rate
 * limit is met. With {@code --hanging}: {@link HangingCompany}.
 */
final class BenchDelivery implements AutoCloseable {

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;
    private static final int COMPANIES = 1_000;
    private static final double TARGET = 0.5;

    /** As {@code db-scheduler.threads} has it. */
    static final int WORKERS = 8;

    private final BenchPortal portal;
    private final WebhookSink sink;
    private final SendData data;
    private final int each;
    private final Scheduler queue;
    private final BareSender bare = new BareSender();
    private final List<WebhookEndpoint> endpoints = new ArrayList<>();
    private final BareQueue peer;

    /** The module that writes to companies. */
    @ComponentScan(
            basePackages = "io.retrace.delivery",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Properties|World.*)"))
    static final class Sending {}

    private BenchDelivery(BenchPortal portal, WebhookSink sink, int size) throws Exception {
        this.portal = portal;
        this.sink = sink;
        this.each = Math.max(1, size / COMPANIES);
        this.data = new SendData(portal, sink, COMPANIES);
        this.queue = portal.bean(Scheduler.class);
        var registered = portal.bean(WebhookEndpoints.class);
        for (int i = 0; i < COMPANIES; i++)
            endpoints.add(registered.of(data.company(i)).orElseThrow());
        this.peer = new BareQueue(portal.bean(DataSource.class), WORKERS, this::sendBare);
    }

    static void main(String[] arguments) {
        Report.exitAfter(() -> {
            var options = List.of(arguments);
            int size =
                    options.contains("--size") ? Integer.parseInt(options.get(options.indexOf("--size") + 1)) : 8_000;
            System.setProperty("retrace.delivery.allow-loopback", "true");
            try (var portal = new BenchPortal(Sending.class);
                    var sink = new WebhookSink()) {
                if (options.contains("--hanging")) {
                    new HangingCompany(portal, sink).run();
                    return;
                }
                try (var bench = new BenchDelivery(portal, sink, size)) {
                    bench.run();
                }
            }
        });
    }

    private void run() throws Exception {
        queue.pause();
        data.plan(1, Instant.now());
        deliver(); // one of each company, for a message to send bare
        var floor = new Figures("bare client loop");
        var ours = new Figures("Retrace");
        var jobs = new Figures("bare db-scheduler job per send");
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            double looped = perSecond(() -> {}, this::loop);
            double delivered = perSecond(() -> data.plan(each, Instant.now()), this::deliver);
            double queued = perSecond(() -> peer.plan(sends()), peer::run);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: loop %,.0f  Retrace %,.0f  bare job %,.0f sends/s%n",
                    round,
                    looped,
                    delivered,
                    queued);
            if (round < 1) continue; // the compiler’s rounds
            floor.add(looped);
            ours.add(delivered);
            jobs.add(queued);
        }
        data.plan(each, Instant.now());
        long heap = LiveHeap.during(this::deliver);
        report(floor, ours, jobs, heap);
    }

    private int sends() {
        return each * COMPANIES;
    }

    /** Everything that was planned has to arrive, each message once. */
    private double perSecond(Report.Task preparation, Report.Task task) throws Exception {
        preparation.run();
        for (var table : List.of("scheduled_tasks", "delivery", "delivery_attempt", "obligation", "company_pace")) {
            portal.jdbc().sql("vacuum analyze " + table).update();
        }
        portal.jdbc().sql("checkpoint").update();
        sink.forget();
        long start = System.nanoTime();
        task.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sink.ids().size() != sends())
            throw new IllegalStateException(sink.ids().size() + " of " + sends() + " came");
        return sends() / seconds;
    }

    private void deliver() throws InterruptedException {
        queue.resume();
        queue.triggerCheckForDueExecutions();
        while (!data.done()) Thread.sleep(50);
        queue.pause();
    }

    private void loop() throws Exception {
        var next = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            var work = new ArrayList<Future<?>>();
            for (int worker = 0; worker < WORKERS; worker++) {
                work.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < sends(); i = next.getAndIncrement()) sendBare(i);
                }));
            }
            for (var part : work) part.get();
        }
    }

    private void sendBare(int number) {
        bare.send(endpoints.get(number % COMPANIES), "msg_" + UUID.randomUUID(), sink.body());
    }

    private void report(Figures floor, Figures ours, Figures jobs, long heap) throws IOException, SQLException {
        double toFloor = ours.median() / floor.median();
        double toPeer = ours.median() / jobs.median();
        for (var figures : List.of(floor, ours, jobs)) System.out.println(figures.row("sends/s"));
        System.out.printf(
                Locale.ROOT,
                "%.2f × the loop (target %.1f), %.2f × a bare job per send, live heap over idle %.1f MB%n",
                toFloor,
                TARGET,
                toPeer,
                heap / 1048576.0);
        if (floor.spread() > 0.25) System.out.println("The floor varied by more than a quarter: the machine was busy.");
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "delivery");
        json.put("size", Map.of("sends", sends(), "companies", COMPANIES, "workers", WORKERS));
        json.put("unit", "sends/s");
        json.put("rounds", ROUNDS);
        json.put("ours", ours.json(false));
        json.put("floor", floor.json(true));
        json.put("floor_spread", Figures.round(floor.spread()));
        json.put("peers", List.of(jobs.json(true)));
        json.put("ratio_to_floor", Figures.round(toFloor));
        json.put("ratio_to_peers", Map.of(jobs.name(), Figures.round(toPeer)));
        json.put("live_heap_bytes_over_idle", heap);
        json.put("target", Map.of("ratio_to_floor", TARGET));
        json.put("met", toFloor >= TARGET);
        json.put("machine", Report.machine(portal.settings(), portal.version()));
        Report.write("delivery", json);
    }

    @Override
    public void close() throws IOException {
        peer.close();
        bare.close();
    }
}
