package io.retrace.embedded.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What a company does with a question: reads its items through the API, says that it works on it, answers. */
final class CompanyWork {

    private static final Logger LOG = LoggerFactory.getLogger(CompanyWork.class);
    private static final String PATH = "/api/v1/obligations/";
    private static final int ATTEMPTS = 10;
    private static final Duration AGAIN = Duration.ofSeconds(3);
    private static final Duration ONWARD = Duration.ofSeconds(10);

    private final DemoCompany company;
    private final ApiClient api;
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(1);
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    CompanyWork(DemoCompany company, ApiClient api) {
        this.company = company;
        this.api = api;
    }

    /** Takes an obligation on; the same one twice is one piece of work. */
    void take(String obligation) {
        if (!taken.add(obligation)) return;
        if (company.acknowledgesAfter().isPositive()) {
            later(company.acknowledgesAfter(), obligation, () -> acknowledge(obligation));
        }
        later(company.answersAfter(), obligation, () -> answer(obligation));
    }

    /** Takes on what came in while this company was away. */
    void catchUp() {
        later(Duration.ZERO, "catching up", () -> {
            for (var obligation :
                    api.get("/api/v1/obligations?state=open&limit=100").path("items")) {
                take(obligation.path("id").asString());
            }
        });
    }

    void stop() {
        workers.shutdownNow();
    }

    private void later(Duration delay, String what, Runnable step) {
        later(delay, what, step, 1);
    }

    /** The portal may be away for a moment; the answer’s id makes a repetition harmless. */
    private void later(Duration delay, String what, Runnable step, int attempt) {
        Runnable guarded = () -> {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.warn("{}: {} failed the {}. time: {}", company.slug(), what, attempt, e.getMessage());
                if (attempt < ATTEMPTS) later(AGAIN.multipliedBy(attempt), what, step, attempt + 1);
                else taken.remove(what); // the next reminder brings it back
            }
        };
        var unused = workers.schedule(guarded, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void acknowledge(String obligation) {
        var expected = LocalDate.now(ZoneOffset.UTC).plusDays(7).toString();
        api.post("/api/v1/obligations/" + obligation + "/acknowledgement", Map.of("expected_by", expected));
    }

    private void answer(String obligation) {
        if (api.get(PATH + obligation).path("kind").asString().equals("access")) sendCopy(obligation);
        else {
            var refs = items(obligation).stream()
                    .map(item -> item.path("ref").asString())
                    .toList();
            api.post(PATH + obligation + "/attestations", CompanyAnswer.of(company, obligation, refs));
            if (company == DemoCompany.LUMEN_VISION)
                later(ONWARD, "a report on " + obligation, () -> report(obligation));
        }
        LOG.info("{} answered {}", company.slug(), obligation);
    }

    private void report(String obligation) {
        api.post(PATH + obligation + "/onward", CompanyAnswer.onward());
    }

    /** Files first, then the answer that names them; doing it again sends the same. */
    private void sendCopy(String obligation) {
        var uploaded = new ArrayList<Map<String, String>>();
        for (var file : CompanyCopy.files(company, obligation, items(obligation))) {
            var kept = api.putFile(PATH + obligation + "/files/" + file.id() + "?name=" + file.name(), file.content());
            uploaded.add(Map.of(
                    "id",
                    kept.path("id").asString(),
                    "sha256",
                    kept.path("sha256").asString()));
        }
        api.post(PATH + obligation + "/copy-answers", CompanyCopy.answer(company, obligation, uploaded));
    }

    private List<JsonNode> items(String obligation) {
        var items = new ArrayList<JsonNode>();
        var after = "";
        do {
            JsonNode slice = api.get("/api/v1/obligations/" + obligation + "/items?limit=1000" + after);
            slice.path("items").forEach(items::add);
            var next = slice.path("next");
            after = next.isString() ? "&after=" + next.asString() : "";
        } while (!after.isEmpty());
        return items;
    }
}
