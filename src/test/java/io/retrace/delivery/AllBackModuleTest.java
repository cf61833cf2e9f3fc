package io.retrace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.retrace.obligations.ObligationId;
import io.retrace.partners.PartnerId;
import io.retrace.testing.UseCase;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many companies behind one network that is down for a while, and back at one moment. */
class AllBackModuleTest {

    private static final int COMPANIES = 8;
    private static final int MANY = 45;
    private static final int FEW = 3;
    private static final Duration OUTAGE = Duration.ofMinutes(90);

    private final List<PartnerId> companies = new ArrayList<>();
    private final List<ObligationId> questions = new ArrayList<>();

    @Test
    @UseCase("UC-015/4")
    void they_are_looked_for_at_different_times_and_each_gets_what_it_missed_at_its_rate() throws Exception {
        try (var world = new DeliveryWorld();
                var network = new CompanySink()) {
            network.will(CompanySink.status(503));
            for (int i = 0; i < COMPANIES; i++) {
                var company = world.companies.byWebhook(network.url());
                companies.add(company);
                Stream.generate(() -> world.questions.ask(company))
                        .limit(i == 0 ? MANY : FEW)
                        .forEach(questions::add);
            }
            for (var question : questions) world.due(question, 0);
            var start = world.clock.instant();
            while (world.clock.instant().isBefore(start.plus(OUTAGE))) world.workNext();
            assertThat(network.received().size())
                    .as("five of each company, then probes: nobody knocks with all it has")
                    .isLessThan(COMPANIES * 20);
            assertSpread(
                    "looked for next",
                    world.jdbc
                            .sql("select closed_until from company_pace where channel = 'WEBHOOK'")
                            .query(Timestamp.class)
                            .list());

            network.will(CompanySink.status(204));
            for (int i = 0; i < 3_000 && unreached(world) > 0; i++) world.workNext();
            assertThat(unreached(world)).isZero();
            assertSpread(
                    "reached first", world.jdbc.sql("""
                            select min(a.started_at) from delivery_attempt a join delivery d using (obligation_id, round)
                             where a.outcome = 'REACHED' group by d.partner_no""").query(Timestamp.class).list());
            assertThat(world.jdbc.sql("""
                            select max(n) from (select count(*) over (partition by d.partner_no order by a.started_at
                                range between current row and interval '1 second' following) n
                              from delivery_attempt a join delivery d using (obligation_id, round)
                             where a.outcome = 'REACHED' and a.channel = 'WEBHOOK') a""").query(Long.class).single())
                    .as("twenty a second, and as many at once")
                    .isLessThanOrEqualTo(2 * Pace.BURST.dividedBy(Pace.GAP));
        }
    }

    /** Jitter is a fifth either way of half an hour by now: that eight fall into one minute is less likely than one in a million. */
    private static void assertSpread(String what, List<@Nullable Timestamp> times) {
        assertThat(times).as(what).hasSize(COMPANIES);
        var sorted = times.stream()
                .map(time -> Objects.requireNonNull(time).toInstant())
                .sorted()
                .toList();
        assertThat(Duration.between(sorted.getFirst(), sorted.getLast()))
                .as(what)
                .isGreaterThan(Duration.ofMinutes(1));
        assertThat(sorted).extracting(Instant::toEpochMilli).as(what).doesNotHaveDuplicates();
    }

    private static long unreached(DeliveryWorld world) {
        return world.jdbc
                .sql("select count(*) from delivery where ending is distinct from 'REACHED'")
                .query(Long.class)
                .single();
    }
}
