package io.retrace.shared;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What happens to work on the queue that failed by a fault of ours (a bug, the database, Keycloak): it is tried again after
 * 5 seconds, doubled up to 5 minutes, ±20 %, and never dropped. The queue itself logs the fault.
 */
public final class RetryLater<T> implements FailureHandler<T> {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
        operations.reschedule(
                complete, complete.getTimeDone().plus(delay(complete.getExecution().consecutiveFailures)));
    }

    static Duration delay(int earlierFailures) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(earlierFailures, 0, 10));
        var millis = Math.min(doubled.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(millis * 8 / 10, millis * 12 / 10));
    }
}
