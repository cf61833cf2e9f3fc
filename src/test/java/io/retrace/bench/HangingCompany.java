package io.retrace.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One hanging company among forty: how long after it is due a message is at its company, for the thirty-nine others, while the
 * one takes messages and says nothing; against the same thirty-nine while it is well. Rounds of either kind take turns.
 */
final class HangingCompany {

    private static final int ROUNDS = 5;
    private static final int COMPANIES = 40;
    private static final int EACH = 60;
    private static final Duration APART = Duration.ofMillis(250);
    /** Enough to write down all that will be due. */
    private static final Duration PLANNING = Duration.ofSeconds(10);

    private static final int SICK = 17;
    private static final double TARGET = 1.2;

    private final BenchPortal portal;
    private final WebhookSink sink;
    private final SendData data;
    private final Scheduler queue;

    HangingCompany(BenchPortal portal, WebhookSink sink) throws Exception {
        this.portal = portal;
        this.sink = sink;
        this.data = new SendData(portal, sink, COMPANIES);
        this.queue = portal.bean(Scheduler.class);
    }

    void run() throws Exception {
        var p99 = new Figures("p99, all well");
        var p99Hanging = new Figures("p99, one hangs");
        var p50 = new Figures("p50, all well");
        var p50Hanging = new Figures("p50, one hangs");
        for (int round = 0; round <= ROUNDS; round++) {
            var well = round(false);
            var hanging = round(true);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: p99 %,.0f ms, with one hanging %,.0f ms%n",
                    round,
                    well.quantile(0.99),
                    hanging.quantile(0.99));
            if (round == 0) continue; // the compiler’s round
            p99.add(well.quantile(0.99));
            p99Hanging.add(hanging.quantile(0.99));
            p50.add(well.median());
            p50Hanging.add(hanging.median());
        }
        report(p99, p99Hanging, p50, p50Hanging);
    }

    private Figures round(boolean hangs) throws Exception {
        queue.pause();
        data.plan(EACH, Instant.now().plus(PLANNING), APART);
        for (var table : List.of("scheduled_tasks", "delivery", "delivery_attempt", "obligation", "company_pace")) {
            portal.jdbc().sql("vacuum analyze " + table).update();
        }
        portal.jdbc().sql("checkpoint").update();
        sink.forget();
        if (hangs) sink.hang(SICK);
        var others = data.dueTimes(SICK);
        queue.resume();
        while (!sink.ids().containsAll(others.keySet())) Thread.sleep(100);
        sink.release();
        if (hangs) data.forget(SICK);
        while (!data.done()) Thread.sleep(100);
        var late = new Figures("ms late");
        others.forEach(
                (id, due) -> late.add(Duration.between(due, sink.arrival(id)).toNanos() / 1e6));
        return late;
    }

    private void report(Figures p99, Figures p99Hanging, Figures p50, Figures p50Hanging) throws Exception {
        double ratio = p99Hanging.median() / p99.median();
        for (var figures : List.of(p99, p99Hanging, p50, p50Hanging)) System.out.println(figures.row("ms"));
        System.out.printf(
                Locale.ROOT,
                "with one hanging company the others’ p99 from due to sent is %.2f × (target at most %.1f)%n",
                ratio,
                TARGET);
        if (p99.spread() > 0.25) System.out.println("The floor varied by more than a quarter: the machine was busy.");
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "delivery-hanging");
        json.put("size", Map.of("companies", COMPANIES, "messages_each", EACH, "apart_ms", APART.toMillis()));
        json.put("unit", "ms");
        json.put("rounds", ROUNDS);
        json.put("ours", p99Hanging.json(true));
        json.put("floor", p99.json(true));
        json.put("floor_spread", Figures.round(p99.spread()));
        json.put("peers", List.of(p50.json(true), p50Hanging.json(true)));
        json.put("ratio_to_floor", Figures.round(1 / ratio));
        json.put("target", Map.of("ratio_to_floor", Figures.round(1 / TARGET)));
        json.put("met", ratio <= TARGET);
        json.put("machine", Report.machine(portal.settings(), portal.version()));
        Report.write("delivery-hanging", json);
    }
}
