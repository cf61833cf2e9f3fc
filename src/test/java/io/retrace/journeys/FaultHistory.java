package io.retrace.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.testing.DurableSink.Message;
import io.retrace.testing.RunningDatabase;
import io.retrace.testing.RunningRetrace;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What no fault may break, read from what people were told, what companies have on their own disk, and what is stored:
 * everything accepted is there once, was asked once under one message id, and has one answer.
 */
final class FaultHistory {

    private static final String ASKED_BY_WEBHOOK = """
            select o.reference, p.slug, o.id, o.times_asked, o.asked_at is not null as asked,
              (select string_agg(m.message_id, ' ') from obligation_message m where m.obligation_id = o.id) as messages,
              (select string_agg(d.message_id, ' ') from delivery d where d.obligation_id = o.id) as deliveries,
              (select count(*) from delivery_attempt a where a.obligation_id = o.id) as attempts,
              (select count(*) from attestation a where a.obligation_id = o.id) as answers,
              (select count(*) from leaf where obligation = o.id and type = 'obligation-asked') as asked_leaves,
              (select count(*) from leaf where obligation = o.id and type = 'obligation-answered') as answered_leaves,
              (select count(*) from scheduled_tasks t where t.task_name = 'deliver'
                 and t.task_instance like o.id || ':%') as still_to_do
            from request r join obligation o on o.request_id = r.id join partner p on p.no = o.partner_no
            where p.channel in ('WEBHOOK', 'OPENDSR') and r.reference in (:references)
            """;
    private static final String LEAVES = """
            with leaf as (
              select (convert_from(body, 'UTF8')::jsonb ->> 'obligation')::uuid as obligation,
                convert_from(entry, 'UTF8')::jsonb ->> 'type' as type
              from evidence_leaf join evidence_opening on leaf_no = no
              where convert_from(entry, 'UTF8')::jsonb ->> 'type' in ('obligation-asked', 'obligation-answered'))
            """;

    private final RunningDatabase database;

    FaultHistory(RunningRetrace retrace) {
        database = new RunningDatabase(retrace);
    }

    /** What is stored of one company’s part, by its own reference; the ids of messages and deliveries stand in one text. */
    record Part(
            String reference,
            String slug,
            String id,
            int timesAsked,
            boolean asked,
            String messages,
            String deliveries,
            int attempts,
            int answers,
            int askedLeaves,
            int answeredLeaves,
            int stillToDo) {

        boolean askedOnce() {
            return timesAsked == 1
                    && askedLeaves == 1
                    && attempts > 0
                    && stillToDo == 0
                    && messages.equals(deliveries)
                    && !messages.contains(" ");
        }

        /** Once by the company; asked no more than once, because one that comes back looks by itself for what is open. */
        boolean answeredOnce() {
            return answers == 1 && answeredLeaves == 1 && timesAsked <= 1 && askedLeaves == timesAsked;
        }
    }

    /** The parts of these requests that go to companies with a server. */
    List<Part> parts(Collection<String> references) {
        return database.jdbc()
                .sql(LEAVES + ASKED_BY_WEBHOOK)
                .param("references", references)
                .query((row, n) -> new Part(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        String.valueOf(row.getString(6)),
                        String.valueOf(row.getString(7)),
                        row.getInt(8),
                        row.getInt(9),
                        row.getInt(10),
                        row.getInt(11),
                        row.getInt(12)))
                .list();
    }

    /** References of everything this member has ever asked for. */
    List<String> requestsOf(String memberRef) {
        return database.jdbc()
                .sql("select reference from request join subject s on s.id = subject_id where member_ref = ?")
                .param(memberRef)
                .query((row, n) -> row.getString(1))
                .list();
    }

    /**
     * Nothing accepted is missing at the company, nothing came that was not accepted, and whatever came twice came under the
     * id that is on record.
     */
    void agreesWith(List<Message> sink, String slug, Collection<String> accepted) {
        var stored = parts(accepted).stream()
                .filter(part -> part.slug().equals(slug))
                .map(part -> new Message(part.messages(), part.id(), part.reference()))
                .collect(Collectors.toSet());
        assertThat(stored).hasSize(accepted.size());
        assertThat(sink.stream().collect(Collectors.toSet())).isEqualTo(stored);
    }
}
