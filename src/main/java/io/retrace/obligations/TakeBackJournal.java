package io.retrace.obligations;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.identity.Journal;
import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestChanged;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestReceived;
import io.retrace.requests.RequestWithdrawn;
import io.retrace.shared.ForModules;
import io.retrace.shared.RetryLater;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes into the erasure journal what was taken back and what was given back, so that a restored backup shares nothing
 * again (T6). Right after the change and not in it: a line of a change that was then rolled back would keep photos from
 * being shared that nobody took back.
 */
@Service
@ForModules
class TakeBackJournal {

    static final TaskDescriptor<TakeBackTask> WRITE = TaskDescriptor.of("journal-take-back", TakeBackTask.class);

    private final JdbcClient db;
    private final SchedulerClient queue;
    private final Journal journal;

    TakeBackJournal(JdbcClient db, SchedulerClient queue, Journal journal) {
        this.db = db;
        this.queue = queue;
        this.journal = journal;
    }

    /** Task data: a stored format (ADR 0004). */
    record TakeBackTask(UUID request, UUID subject) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestReceived event) {
        if (event.kind().canBeTakenBack()) plan(event); // a copy changes nothing about sharing
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RequestWithdrawn event) {
        plan(event);
    }

    /** What is true now of the photos of this request, company by company; so it does not matter which change runs first. */
    @Transactional
    public void write(RequestId request, SubjectId subject) {
        for (var pair : TakenBack.of(db, request)) journal.write(pair.kind(), subject, pair.detail());
    }

    private void plan(RequestChanged event) {
        plan(event.request(), event.subject(), event.occurredAt());
    }

    /** Something was taken back by this request, or given back. */
    void plan(RequestId request, SubjectId subject, Instant at) {
        queue.schedule(WRITE.instance(request + ":" + UUID.randomUUID())
                .data(new TakeBackTask(request.value(), subject.value()))
                .scheduledTo(at));
    }

    @Configuration
    static class Handlers {

        @Bean
        Task<TakeBackTask> journalTakeBack(TakeBackJournal journal) {
            return Tasks.oneTime(WRITE).onFailure(new RetryLater<>()).execute((instance, context) -> {
                var task = instance.getData();
                journal.write(new RequestId(task.request()), new SubjectId(task.subject()));
            });
        }
    }
}
