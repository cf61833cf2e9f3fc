package io.retrace.bench;

import io.retrace.ledger.MyLedger;
import io.retrace.testing.Callers;
import io.retrace.testing.StatementCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * P12, the member’s part: what the home page asks of the server — sentence, companies, first 200 photos — for a member with
 * 500 photos among a million disclosures, at the service, security included. The floor is the one index range that such a
 * page cannot do without.
 */
final class BenchMemberPage {

    private static final int PHOTOS = 500;
    private static final int ROUNDS = 5;
    private static final int PAGES = 200;
    private static final double TARGET_MS = 50;

    private BenchMemberPage() {}

    static void main(String[] arguments) {
        Report.exitAfter(() -> measure(arguments));
    }

    private static void measure(String[] arguments) throws Exception {
        int size = arguments.length > 1 && arguments[0].equals("--size") ? Integer.parseInt(arguments[1]) : 1_000_000;
        try (var portal = new BenchPortal(StatementCount.class)) {
            var jdbc = portal.jdbc();
            FeedData.register(portal);
            var data = new FeedData(size, PHOTOS);
            portal.feed("photos", data.photoLines());
            portal.feed("disclosures", data.lines(data.rows(size, jdbc), jdbc));
            jdbc.sql("vacuum analyze").update();
            run(portal, size);
        }
    }

    private static void run(BenchPortal portal, int size) throws Exception {
        var mine = portal.bean(MyLedger.class);
        var subject = portal.jdbc()
                .sql("select id from subject where member_ref = 'm-big'")
                .query(UUID.class)
                .single();
        var page = new Figures("home page");
        var floor = new Figures("one index range");
        for (int round = 0; round <= ROUNDS; round++) {
            for (int i = 0; i < PAGES; i++) {
                double asked = milliseconds(() -> Callers.asMember("m-big", () -> home(mine)));
                double read = milliseconds(() -> portal.jdbc()
                        .sql("select count(*) from disclosure where subject_id = ?")
                        .param(subject)
                        .query(Long.class)
                        .single());
                if (round == 0) continue; // the compiler’s round
                page.add(asked);
                floor.add(read);
            }
        }
        int statements = portal.bean(StatementCount.class).of(() -> Callers.asMember("m-big", () -> home(mine)));
        report(portal, size, page, floor, statements);
    }

    private static Object home(MyLedger mine) {
        var overview = mine.overview();
        if (overview.photos() != PHOTOS) throw new IllegalStateException(overview.toString());
        return List.of(overview, mine.companies(), mine.photos(null, 200));
    }

    private static double milliseconds(Report.Task task) throws Exception {
        long start = System.nanoTime();
        task.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static void report(BenchPortal portal, int size, Figures page, Figures floor, int statements)
            throws Exception {
        double p95 = page.quantile(0.95);
        System.out.println(page.row("ms"));
        System.out.println(floor.row("ms"));
        System.out.printf(
                Locale.ROOT,
                "p95 %.2f ms (target %.0f), p99 %.2f ms, %d statements%n",
                p95,
                TARGET_MS,
                page.quantile(0.99),
                statements);
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "member-page");
        json.put("size", Map.of("disclosures", size, "photos_of_member", PHOTOS));
        json.put("unit", "ms");
        json.put("rounds", ROUNDS);
        json.put("pages_per_round", PAGES);
        json.put("ours", page.json(false));
        json.put("p95", Figures.round(p95));
        json.put("p99", Figures.round(page.quantile(0.99)));
        json.put("statements", statements);
        json.put("floor", floor.json(true));
        json.put("peers", List.of());
        json.put("ratio_to_floor", Figures.round(floor.median() / page.median()));
        json.put("target", Map.of("p95_ms", TARGET_MS));
        json.put("met", p95 <= TARGET_MS);
        json.put("machine", Report.machine(portal.settings(), portal.version()));
        Report.write("member-page", json);
    }
}
