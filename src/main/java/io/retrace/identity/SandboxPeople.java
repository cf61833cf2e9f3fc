package io.retrace.identity;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.retrace.identity.Closing.By;
import io.retrace.shared.DomainException;
import io.retrace.shared.ForModules;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

@Service
@ForModules
class SandboxPeople implements MadeUpPeople {

    static final Duration LIFE = Duration.ofDays(30);

    private static final String EXPIRED = """
            select id from subject s
             where member_ref like 'sandbox-%' and created_at < ? and leaving_since is null
               and not exists (select from erasing e where e.subject_id = s.id)
             order by created_at limit 1000""";

    private final PortalMark portal;
    private final Subjects subjects;
    private final ErasingOrders orders;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    SandboxPeople(
            PortalMark portal,
            Subjects subjects,
            ErasingOrders orders,
            JdbcClient jdbc,
            TransactionOperations transactions,
            Clock clock) {
        this.portal = portal;
        this.subjects = subjects;
        this.orders = orders;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void mustBePossible() {
        if (!portal.kind().hasMadeUpPeople()) throw new DomainException.NotFound("error.not-found");
    }

    @Override
    public MemberRef another(String group, int mostADay) {
        mustBePossible();
        var prefix = "sandbox-" + group + "-";
        return transactions.execute(status -> {
            var unused = jdbc.sql(
                            "select pg_advisory_xact_lock(hashtext(?))::text") // calls at the same time count, too
                    .param(prefix)
                    .query(String.class)
                    .single();
            var today = jdbc.sql("select count(*) from subject where starts_with(member_ref, ?) and created_at > ?")
                    .param(prefix)
                    .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                    .query(Long.class)
                    .single();
            if (today >= mostADay) throw new DomainException.Conflict("error.sandbox.enough", mostADay);
            var person = new MemberRef(prefix + UUID.randomUUID().toString().substring(9));
            subjects.ofMembers(Set.of(person));
            return person;
        });
    }

    /** Orders the erasing of those whose time is over, as the platform would. */
    void expire() {
        if (!portal.kind().hasMadeUpPeople()) return;
        transactions.executeWithoutResult(status -> jdbc.sql(EXPIRED)
                .param(Timestamp.from(clock.instant().minus(LIFE)))
                .query(UUID.class)
                .list()
                .forEach(person -> orders.take(new SubjectId(person), By.PLATFORM)));
    }

    @Configuration
    static class Handlers {

        @Bean
        Task<Void> forgetMadeUpPeople(SandboxPeople people) {
            return Tasks.recurring("forget-made-up-people", Schedules.fixedDelay(Duration.ofHours(6)))
                    .execute((task, context) -> people.expire());
        }
    }
}
