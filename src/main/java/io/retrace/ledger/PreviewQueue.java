package io.retrace.ledger;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.retrace.ledger.PreviewFetch.Wanted;
import io.retrace.shared.DomainException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches previews that a feed pointed to. The platform can always send one itself, so this gives up after a day. */
@Configuration
class PreviewQueue {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewQueue.class);
    private static final int TRIES = 8;

    @Bean
    Task<Wanted> fetchPreview(MediaStoreClient media, PreviewShelf shelf) {
        return Tasks.oneTime(PreviewFetch.TASK).onFailure(PreviewQueue::later).execute((instance, _) -> {
            var wanted = instance.getData();
            try {
                shelf.keep(wanted.photo(), media.fetch(wanted.url()));
            } catch (DomainException e) {
                LOG.warn("no preview for photo {}: {}; its page shows a placeholder", instance.getId(), e.key());
            }
        });
    }

    /** 1 minute, 4 minutes, 16 minutes … at most 6 hours apart. */
    private static void later(ExecutionComplete failed, ExecutionOperations<Wanted> operations) {
        int failures = failed.getExecution().consecutiveFailures + 1;
        var photo = failed.getExecution().taskInstance.getId();
        var cause = failed.getCause().map(Throwable::toString).orElse("unknown");
        if (failures >= TRIES) {
            LOG.warn("preview of photo {} given up after {} tries ({})", photo, failures, cause);
            operations.remove();
            return;
        }
        var wait = Duration.ofMinutes(Math.min(360, 1L << 2 * (failures - 1)));
        LOG.info("preview of photo {} could not be fetched ({}); tried again in {}", photo, cause, wait);
        operations.reschedule(failed, failed.getTimeDone().plus(wait));
    }
}
