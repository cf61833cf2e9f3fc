package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.ObligationId;
import io.retrace.testing.DurableSink.Message;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what people were told, what is stored, and what the companies have on their own disk: nothing lost, nothing
 * invented, nothing twice without the same id, and no attempt that is not on record.
 */
final class StormHistory {

    private final JdbcClient jdbc;

    StormHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One question as it is stored. */
    record Part(
            String obligation, String messageId, String ending, int attempts, int reached, int cutOff, String heard) {}

    boolean settled() {
        return jdbc.sql("""
                        select not exists (select from delivery where ended_at is null)
                           and not exists (select from scheduled_tasks where task_name = 'deliver')""").query(Boolean.class).single();
    }

    List<Part> parts() {
        return jdbc.sql("""
                        select a.obligation::text, d.message_id, d.ending, count(t.no), count(*) filter (where t.outcome = 'REACHED'),
                          count(*) filter (where t.no is not null and t.outcome is null),
                          (select string_agg(r.message_id, ' ') from reached r where r.obligation = a.obligation)
                        from asked a join delivery d on d.obligation_id = a.obligation
                          left join delivery_attempt t on t.obligation_id = a.obligation
                        group by a.obligation, d.message_id, d.ending""")
                .query((row, n) -> new Part(
                        row.getString(1),
                        row.getString(2),
                        String.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        String.valueOf(row.getString(7))))
                .list();
    }

    void agree(List<ObligationId> accepted, List<Message> sink) {
        var parts = parts();
        var stored = parts.stream().map(Part::obligation).collect(Collectors.toSet());
        assertThat(stored).as("nothing accepted is lost").containsAll(texts(accepted));
        assertThat(parts)
                .as("each has one end, one success and one id")
                .allMatch(part -> part.ending().equals("REACHED")
                        && part.reached() == 1
                        && part.heard().equals(part.messageId()));
        var arrived = sink.stream().collect(Collectors.groupingBy(Message::obligation));
        assertThat(arrived.keySet()).as("nothing lost, nothing invented").isEqualTo(stored);
        assertThat(parts)
                .as("what came twice came under the same id, and each time is on record")
                .allMatch(part -> explains(part, arrived.getOrDefault(part.obligation(), List.of())));
    }

    private static boolean explains(Part part, List<Message> arrived) {
        return arrived.size() <= part.attempts()
                && arrived.stream().allMatch(message -> message.id().equals(part.messageId()));
    }

    private static List<String> texts(List<ObligationId> ids) {
        return ids.stream().map(id -> id.value().toString()).toList();
    }
}
