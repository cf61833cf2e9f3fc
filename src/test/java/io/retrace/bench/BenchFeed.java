package io.retrace.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * P1: disclosures per second through the API — HTTP, token, JSON, checks, duplicates, take-backs, evidence — against
 * {@code COPY} of the same rows into the bare table with the same indexes, and against Hibernate’s {@code saveAll}.
 */
final class BenchFeed {

    private static final int ROUNDS = 5;

    private final int size;
    private final BenchPortal portal;
    private final JdbcClient jdbc;
    private final HibernatePeer peer;
    private final List<FeedData.Row> rows;
    private final List<byte[]> lines;
    private final List<byte[]> binary;

    private BenchFeed(int size, BenchPortal portal) throws Exception {
        this.size = size;
        this.portal = portal;
        this.jdbc = portal.jdbc();
        for (var table : List.of("bench_floor", "bench_peer")) {
            jdbc.sql("create table " + table + " (like disclosure including all)")
                    .update();
        }
        FeedData.register(portal);
        var data = new FeedData(size, 0);
        portal.feed("photos", data.photoLines());
        jdbc.sql("vacuum analyze photo").update();
        this.rows = data.rows(size, jdbc);
        this.lines = data.lines(rows, jdbc);
        this.binary = FeedData.binary(rows);
        this.peer = new HibernatePeer(portal.dataSource());
    }

    static void main(String[] arguments) {
        Report.exitAfter(() -> measure(arguments));
    }

    private static void measure(String[] arguments) throws Exception {
        int size = arguments.length > 1 && arguments[0].equals("--size") ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (var portal = new BenchPortal()) {
            new BenchFeed(size, portal).run();
        }
    }

    private void run() throws Exception {
        var floor = new Figures("COPY");
        var ours = new Figures("Retrace feed over HTTP");
        var hibernate = new Figures("Hibernate saveAll");
        for (int round = 0; round <= ROUNDS; round++) {
            double copied = measure(this::copy);
            double fed = measure(this::feed);
            double saved = measure(this::save);
            System.out.printf(
                    Locale.ROOT, "round %d: COPY %,.0f  feed %,.0f  saveAll %,.0f rows/s%n", round, copied, fed, saved);
            if (round == 0) continue; // the compiler’s round
            floor.add(copied);
            ours.add(fed);
            hibernate.add(saved);
        }
        report(floor, ours, hibernate);
        peer.close();
    }

    private double measure(Report.Task task) throws Exception {
        for (var table : List.of("disclosure", "feed_batch", "incident", "bench_floor", "bench_peer")) {
            jdbc.sql("truncate " + table).update();
        }
        jdbc.sql("checkpoint").update();
        long start = System.nanoTime();
        task.run();
        return size / ((System.nanoTime() - start) / 1e9);
    }

    private void copy() throws SQLException {
        try (var connection = portal.dataSource().getConnection()) {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_floor from stdin (format binary)");
            for (var block : binary) copy.writeToCopy(block, 0, block.length);
            if (copy.endCopy() != size) throw new IllegalStateException("not all rows were copied");
        }
    }

    private void feed() throws IOException, InterruptedException {
        var report = portal.feed("disclosures", lines);
        if (!report.contains("\"accepted\":" + size + ",")) throw new IllegalStateException(report);
    }

    private void save() {
        peer.store(rows);
    }

    private void report(Figures floor, Figures ours, Figures hibernate) throws IOException, SQLException {
        double toFloor = ours.median() / floor.median();
        double toPeer = ours.median() / hibernate.median();
        for (var figures : List.of(floor, ours, hibernate)) System.out.println(figures.row("rows/s"));
        System.out.printf(Locale.ROOT, "%.2f × COPY (target 0.5), %.1f × Hibernate (target 5)%n", toFloor, toPeer);
        if (floor.spread() > 0.25) System.out.println("The floor varied by more than a quarter: the machine was busy.");
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "feed");
        json.put("size", Map.of("disclosures", size));
        json.put("unit", "rows/s");
        json.put("rounds", ROUNDS);
        json.put("ours", ours.json(false));
        json.put("floor", floor.json(true));
        json.put("floor_spread", Figures.round(floor.spread()));
        json.put("peers", List.of(hibernate.json(true)));
        json.put("ratio_to_floor", Figures.round(toFloor));
        json.put("ratio_to_peers", Map.of(hibernate.name(), Figures.round(toPeer)));
        json.put("target", Map.of("ratio_to_floor", 0.5, "ratio_to_peers", 5));
        json.put("met", toFloor >= 0.5 && toPeer >= 5);
        json.put("machine", Report.machine(portal.settings(), portal.version()));
        Report.write("feed", json);
    }
}
