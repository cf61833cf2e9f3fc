package io.retrace.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.retrace.identity.AccountClosingWithdrawn;
import io.retrace.identity.SubjectId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P13: mails per second from a queue of due letters — address and language asked of a stand-in for Keycloak, the letter
 * written in text and HTML, handed to a mail server on this machine, recorded, off the queue — against a loop that sends one
 * finished mail over one SMTP connection that stays.
 */
final class BenchMail {

    private static final int ROUNDS = 5;
    private static final int WARM_UP = 2;
    private static final double TARGET = 0.5;

    private final BenchPortal portal;
    private final MailSink sink;
    private final Scheduler queue;
    private final int size;

    /** The module that writes to people. */
    @ComponentScan(
            basePackages = "io.retrace.notifications",
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|Properties|World.*)"))
    static final class Writing {}

    private BenchMail(BenchPortal portal, MailSink sink, int size) {
        this.portal = portal;
        this.sink = sink;
        this.queue = portal.bean(Scheduler.class);
        this.size = size;
    }

    static void main(String[] arguments) {
        Report.exitAfter(() -> {
            int size = arguments.length > 1 && arguments[0].equals("--size") ? Integer.parseInt(arguments[1]) : 4_000;
            System.setProperty("sun.net.httpserver.nodelay", "true"); // or each answer for Keycloak waits 40 ms
            try (var sink = new MailSink()) {
                System.setProperty("spring.mail.port", Integer.toString(sink.port()));
                System.setProperty(
                        "spring.mail.properties.mail.smtp.ehlo", "false"); // GreenMail’s greeting waits 40 ms
                try (var portal = new BenchPortal(Writing.class)) {
                    new BenchMail(portal, sink, size).run();
                }
            }
        });
    }

    private void run() throws Exception {
        portal.jdbc()
                .sql("insert into subject (id, member_ref, created_at)"
                        + " select gen_random_uuid(), 'm-' || i, now() from generate_series(1, ?) i")
                .param(size)
                .update();
        queue.pause();
        plan();
        write();
        var finished = sink.latest(); // what the loop sends
        var floor = new Figures("bare loop, one connection");
        var ours = new Figures("Retrace");
        for (int round = 1 - WARM_UP; round <= ROUNDS; round++) {
            double looped = perSecond(() -> {}, () -> loop(finished));
            double written = perSecond(this::plan, this::write);
            if (sink.different() != size) throw new IllegalStateException(sink.different() + " different mails");
            System.out.printf(Locale.ROOT, "round %d: loop %,.0f  Retrace %,.0f mails/s%n", round, looped, written);
            if (round < 1) continue; // the compiler’s rounds
            floor.add(looped);
            ours.add(written);
        }
        plan();
        report(floor, ours, LiveHeap.during(this::write));
    }

    /** One letter to each person, planned as the product plans it, with the change that it tells of. */
    private void plan() {
        var people = portal.jdbc()
                .sql("select id from subject")
                .query((row, number) -> new SubjectId(row.getObject(1, UUID.class)))
                .list();
        var now = Instant.now();
        portal.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (var person : people) portal.publish(new AccountClosingWithdrawn(UUID.randomUUID(), person, now));
        });
    }

    private void write() throws InterruptedException {
        queue.resume();
        queue.triggerCheckForDueExecutions();
        while (!done()) Thread.sleep(50);
        queue.pause();
    }

    private boolean done() {
        return portal.bean(JdbcClient.class).sql("""
                        select not exists (select from scheduled_tasks where task_name = 'mail')
                           and not exists (select from mail where ending is distinct from 'SENT')""").query(Boolean.class).single();
    }

    private void loop(MimeMessage mail) throws MessagingException {
        var session = Session.getInstance(new Properties());
        try (var connection = session.getTransport("smtp")) {
            connection.connect("127.0.0.1", sink.port(), null, null);
            for (int i = 0; i < size; i++) connection.sendMessage(mail, mail.getAllRecipients());
        }
    }

    private double perSecond(Report.Task preparation, Report.Task task) throws Exception {
        preparation.run();
        for (var table : List.of("scheduled_tasks", "mail")) {
            portal.jdbc().sql("vacuum analyze " + table).update();
        }
        portal.jdbc().sql("checkpoint").update();
        sink.forget();
        long start = System.nanoTime();
        task.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (sink.taken() != size) throw new IllegalStateException(sink.taken() + " of " + size + " mails came");
        return size / seconds;
    }

    private void report(Figures floor, Figures ours, long heap) throws IOException, SQLException {
        double ratio = ours.median() / floor.median();
        for (var figures : List.of(floor, ours)) System.out.println(figures.row("mails/s"));
        System.out.printf(
                Locale.ROOT,
                "%.2f × the loop (target %.1f), live heap over idle %.1f MB%n",
                ratio,
                TARGET,
                heap / 1048576.0);
        if (floor.spread() > 0.25) System.out.println("The floor varied by more than a quarter: the machine was busy.");
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", "mail");
        json.put("size", Map.of("mails", size, "workers", BenchDelivery.WORKERS));
        json.put("unit", "mails/s");
        json.put("rounds", ROUNDS);
        json.put("ours", ours.json(false));
        json.put("floor", floor.json(true));
        json.put("floor_spread", Figures.round(floor.spread()));
        json.put("peers", List.of());
        json.put("ratio_to_floor", Figures.round(ratio));
        json.put("live_heap_bytes_over_idle", heap);
        json.put("target", Map.of("ratio_to_floor", TARGET));
        json.put("met", ratio >= TARGET);
        json.put("machine", Report.machine(portal.settings(), portal.version()));
        Report.write("mail", json);
    }
}
