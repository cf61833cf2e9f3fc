package io.retrace.obligations;

import io.retrace.requests.LateReleases;
import io.retrace.shared.ForModules;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@ForModules
class SleepingObligations implements Sleepers {

    /** How long an obligation that went out is looked at: its items were written before, in one transaction. */
    private static final Duration COUNTED = Duration.ofMinutes(10);

    private static final String ASLEEP = """
            select o.id from obligation o
             where o.next_action_at < :before and o.next_action <> 'RELEASE' -- its request’s release takes that step
               and not exists (select from scheduled_tasks t where t.task_name = 'chase-obligation'
                                and t.task_instance = o.id || ':' || o.chase_no)
             order by o.next_action_at limit 1000""";

    private static final String DIFFER = """
            select o.id from obligation o
             where o.released_at >= :since and o.forgotten_at is null
               and o.items <> (select count(*) from obligation_item i where i.obligation_id = o.id)
             order by o.id limit 1000""";

    private final JdbcClient db;
    private final Obligations obligations;
    private final ChaseJobs jobs;
    private final OnwardRows onward;
    private final OnwardJobs onwardJobs;
    private final LateReleases releases;

    SleepingObligations(
            JdbcClient db,
            Obligations obligations,
            ChaseJobs jobs,
            OnwardRows onward,
            OnwardJobs onwardJobs,
            LateReleases releases) {
        this.db = db;
        this.obligations = obligations;
        this.jobs = jobs;
        this.onward = onward;
        this.onwardJobs = onwardJobs;
        this.releases = releases;
    }

    @Override
    @Transactional
    public List<Found> wake(Instant dueBefore) {
        var found = new ArrayList<Found>();
        for (var request : releases.putBack(dueBefore))
            ids("select id from obligation where request_id = :request order by id limit 1", "request", request.value())
                    .forEach(id -> found.add(new Found(Kind.REQUEST_ASLEEP, id)));
        for (var id : ids(ASLEEP, "before", Timestamp.from(dueBefore))) {
            obligations.lock(id.value()).ifPresent(jobs::schedule);
            found.add(new Found(Kind.OBLIGATION_ASLEEP, id));
        }
        for (var known : onward.notRouted(dueBefore)) {
            onwardJobs.route(known.id(), dueBefore);
            found.add(new Found(Kind.OBLIGATION_ASLEEP, known.obligation()));
        }
        for (var known : onward.notWatched(dueBefore)) {
            onwardJobs.watch(known.id(), dueBefore);
            found.add(new Found(Kind.OBLIGATION_ASLEEP, known.obligation()));
        }
        ids(DIFFER, "since", Timestamp.from(dueBefore.minus(COUNTED)))
                .forEach(id -> found.add(new Found(Kind.ITEMS_DIFFER, id)));
        return found;
    }

    private List<ObligationId> ids(String sql, String parameter, Object value) {
        return db.sql(sql)
                .param(parameter, value)
                .query((row, number) -> new ObligationId(row.getObject("id", UUID.class)))
                .list();
    }
}
