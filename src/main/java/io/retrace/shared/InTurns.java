package io.retrace.shared;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Work on the queue that says after each turn when the next one is due, or that it is done; faults of ours are tried again. */
public final class InTurns {

    private InTurns() {}

    /** @param turn one turn over what the queue keeps of the work; empty takes it off the queue */
    public static <T> Task<T> task(TaskDescriptor<T> kind, Function<T, Optional<Instant>> turn) {
        return Tasks.custom(kind).onFailure(new RetryLater<>()).execute((instance, context) -> {
            var next = turn.apply(instance.getData());
            return (complete, operations) ->
                    next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
        });
    }
}
