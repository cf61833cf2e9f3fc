package io.retrace.requests;

import io.retrace.shared.ForModules;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests whose undo window is over, and which no row of the queue will send out (T3). There should be none. */
@Service
@ForModules
public class LateReleases {

    private static final String ASLEEP = """
            select r.id, r.undo_until from request r
             where r.status = 'RECEIVED' and r.undo_until < :before
               and not exists (select from scheduled_tasks t where t.task_name = 'release-request'
                                and t.task_instance = r.id::text)
             order by r.undo_until limit 1000""";

    private final JdbcClient db;
    private final RequestJobs jobs;

    LateReleases(JdbcClient db, RequestJobs jobs) {
        this.db = db;
        this.jobs = jobs;
    }

    /** Has those go out that should have before this moment, and says which they were. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RequestId> putBack(Instant dueBefore) {
        var late = db.sql(ASLEEP)
                .param("before", Timestamp.from(dueBefore))
                .query((row, number) -> new RequestId(row.getObject("id", UUID.class)))
                .list();
        late.forEach(request -> jobs.release(request, dueBefore));
        return late;
    }
}
