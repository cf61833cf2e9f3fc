package io.retrace.bench;

import io.retrace.obligations.Errand;
import io.retrace.obligations.ObligationDue;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Companies with webhooks, and questions to them that are released and due, planned the way the product plans them. */
final class SendData {

    private static final int PER_TRANSACTION = 500;

    private final BenchPortal portal;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Integer> companies;

    SendData(BenchPortal portal, WebhookSink sink, int companies) throws Exception {
        this.portal = portal;
        this.jdbc = portal.bean(JdbcClient.class); // pooled: it is asked often while we measure
        this.transaction = portal.bean(TransactionTemplate.class);
        jdbc.sql("create sequence bench_reference").update();
        var secret = Base64.getEncoder().encodeToString(new byte[32]);
        for (int i = 0; i < companies; i++) {
            portal.put("partners/company-" + i, """
                    {"name":"Company %1$d","legal_name":"Company %1$d Ltd","country":"DE","role":"CONTROLLER",
                    "contact":"privacy@company.example","channel":"WEBHOOK","answer_within":"P14D",
                    "webhook":{"url":"%2$s","secret":"whsec_%3$s"}}""".formatted(i, sink.url(i), secret));
        }
        this.companies = jdbc.sql("select no from partner order by cast(substr(slug, 9) as int)")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** The number the registry gave to a company of ours. */
    PartnerId company(int index) {
        return new PartnerId(companies.get(index));
    }

    /** So many questions to each company, all due at the same time. */
    void plan(int each, Instant due) {
        plan(each, due, Duration.ZERO);
    }

    /** So many questions to each company, due one after the other at this distance, no two companies at the same time. */
    void plan(int each, Instant first, Duration apart) {
        for (int turn = 0; turn < each; turn++) {
            var questions = questions();
            var shift = apart.dividedBy(companies.size());
            for (int from = 0; from < questions.size(); from += PER_TRANSACTION) {
                var some = questions.subList(from, Math.min(from + PER_TRANSACTION, questions.size()));
                int base = from;
                int round = turn;
                transaction.executeWithoutResult(status -> {
                    for (int i = 0; i < some.size(); i++) {
                        var due = first.plus(apart.multipliedBy(round)).plus(shift.multipliedBy(base + i));
                        portal.publish(new ObligationDue(some.get(i), company(base + i), Errand.ASK, 0, due));
                    }
                });
            }
        }
    }

    /** Whether everything is told, recorded and off the queue. */
    boolean done() {
        return jdbc.sql("""
                        select not exists (select from delivery where ended_at is null)
                           and not exists (select from scheduled_tasks where task_name = 'deliver')""").query(Boolean.class).single();
    }

    /** When each open message to another company than this is due, by message id. */
    Map<String, Instant> dueTimes(int without) {
        var due = new HashMap<String, Instant>();
        jdbc.sql("select message_id, written_at from delivery where ended_at is null and partner_no <> ?")
                .param(company(without).value())
                .query(row -> {
                    due.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return due;
    }

    /** Has this company’s open messages ended, and forgets how its server did. */
    void forget(int company) throws InterruptedException {
        var number = company(company).value();
        boolean running = true;
        while (running) {
            jdbc.sql("delete from scheduled_tasks where task_name = 'deliver' and not picked")
                    .update();
            running = jdbc.sql("select exists (select from scheduled_tasks where task_name = 'deliver')")
                    .query(Boolean.class)
                    .single();
            Thread.sleep(100);
        }
        jdbc.sql("update delivery set ended_at = now(), ending = 'MOOT', next_attempt_at = null"
                        + " where partner_no = ? and ended_at is null")
                .param(number)
                .update();
        jdbc.sql("delete from company_pace where partner_no = ?").param(number).update();
    }

    /** A new request to every company; gives the obligations in the order of the companies. */
    private List<ObligationId> questions() {
        var request = UUID.randomUUID();
        jdbc.sql("""
                        insert into request (id, version, reference, subject_id, kind, status, scope, photos, companies,
                            received_at, undo_until, deadline_due, deadline_rule, deadline_article, deadline_start,
                            deadline_computed, released_at)
                        values (:id, 0, 'R-' || regexp_replace(lpad(nextval('bench_reference')::text, 8, '0'), '(....)(....)', '\\1-\\2'),
                            gen_random_uuid(), 'ERASURE', 'UNDERWAY', 'all', 1,
                            :companies, now(), now(), current_date + 30, 'bench', 'bench', current_date, current_date + 30, now())
                        """).param("id", request).param("companies", companies.size()).update();
        jdbc.sql("""
                        insert into obligation (id, version, reference, request_id, kind, subject_id, partner_no, items,
                            first_disclosed_at, legal_due, due, answer_within_seconds, planned_at, released_at, times_asked, round,
                            untouched, answers, stage, chase_no, next_action, next_action_at, owner)
                        select gen_random_uuid(), 0,
                            'O-' || regexp_replace(lpad(nextval('bench_reference')::text, 8, '0'), '(....)(....)', '\\1-\\2'),
                            :id, 'ERASURE', r.subject_id, no, 3, now(), current_date + 30, current_date + 30, 1209600, now(), now(), 0, 0, false, 0,
                            'FIRST_REMINDER', 1, 'ASK', now() + interval '7 days', 'SYSTEM'
                          from partner, request r where r.id = :id""").param("id", request).update();
        return jdbc.sql("select id from obligation where request_id = ? order by array_position(?, partner_no::int)")
                .param(request)
                .param(companies.toArray(Integer[]::new))
                .query((row, number) -> new ObligationId(row.getObject(1, UUID.class)))
                .list();
    }
}
