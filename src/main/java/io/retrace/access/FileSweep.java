package io.retrace.access;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes what a crash left on the shelf: bytes that no row knows. Their keys are gone, so they were noise already. */
@Configuration
class FileSweep {

    private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
    /** Longer than any upload takes. */
    private static final Duration UNDISTURBED = Duration.ofHours(24);

    @Bean
    Task<Void> sweepCompanyFiles(FileStore store, FileRows rows, Clock clock) {
        return Tasks.recurring("sweep-company-files", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((task, context) -> sweep(store, rows, clock));
    }

    static void sweep(FileStore store, FileRows rows, Clock clock) {
        try {
            var old = store.olderThan(clock.instant().minus(UNDISTURBED));
            var known = rows.known(old);
            for (var key : old) if (!known.contains(key)) store.delete(key);
        } catch (IOException e) {
            LOG.warn("Company files could not be swept; it is tried again in six hours");
            throw new UncheckedIOException(e);
        }
    }
}
