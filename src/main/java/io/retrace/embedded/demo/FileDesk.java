package io.retrace.embedded.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A company without a server, as many data brokers are: a script of its own fetches the open work as a file and hands a file
 * of answers in (docs/use-cases/UC-020). A real one would run at night.
 */
final class FileDesk {

    /** As in {@code demo/companies.tsv}. */
    static final String SLUG = "greywater-data";

    private static final Logger LOG = LoggerFactory.getLogger(FileDesk.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final String HEAD = "obligation,item,code,face_templates,derived_data,models,method,live_erased_on,"
            + "backups_until,kept_duty,kept_until,reason,officer,name,title,perjury,amends\r\n";

    private final ApiClient api;
    private final ScheduledExecutorService clerk = Executors.newScheduledThreadPool(1);

    FileDesk(ApiClient api) {
        this.api = api;
    }

    void start() {
        var unused =
                clerk.scheduleWithFixedDelay(this::exchange, FIRST.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        clerk.shutdownNow();
    }

    /** The portal may be away for a moment; what is still open is in the next file again. */
    private void exchange() {
        try {
            var answers = answers(workItems(api.getFile("/api/v1/obligations/exchange/work.zip")), today());
            if (answers.isEmpty()) return;
            var report = api.postCsv("/api/v1/obligations/exchange/status?mode=new", answers);
            LOG.info(
                    "{} handed a file in: {} lines accepted, {} refused",
                    SLUG,
                    report.path("accepted").asInt(),
                    report.path("refused").asInt());
        } catch (RuntimeException e) {
            LOG.warn("{}: the exchange of files failed, next try in {}: {}", SLUG, EVERY, e.getMessage());
        }
    }

    /** Its photos are gone, but for the newest item of several, which it never got; it never made templates or models. */
    static String answers(Map<String, List<String>> work, LocalDate today) {
        if (work.isEmpty()) return "";
        var file = new StringBuilder(HEAD);
        work.forEach((obligation, items) -> {
            file.append(obligation)
                    .append(",,3,5,3,5,erase,")
                    .append(today)
                    .append(",,,,,,Joris Blom,Data Steward,yes,");
            file.append("\r\n");
            if (items.size() > 1) {
                file.append(obligation)
                        .append(',')
                        .append(items.getLast())
                        .append(",5")
                        .append(",".repeat(14));
                file.append("\r\n");
            }
        });
        return file.toString();
    }

    /** By obligation, items in order, so that the same work makes the same file. No value of these files is quoted. */
    static Map<String, List<String>> workItems(byte[] zip) {
        var work = new LinkedHashMap<String, TreeSet<String>>();
        try (var entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.getName().equals("work-items.csv")) continue;
                new String(entries.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1))
                        .forEach(row -> work.computeIfAbsent(row[0], _ -> new TreeSet<>())
                                .add(row[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ordered = new LinkedHashMap<String, List<String>>();
        work.forEach((obligation, items) -> ordered.put(obligation, List.copyOf(items)));
        return ordered;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
