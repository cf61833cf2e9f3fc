package io.retrace.ledger;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.retrace.ledger.PreviewFetch.Wanted;
import io.retrace.shared.DomainException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches previews that a feed pointed to. The platform can always send one itself, so this gives up after a day. */
@Configuration
class PreviewQueue {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewQueue.class);
    private static final int TRIES = 8;
    /** At most this many at a time on one node, so that a media store that hangs cannot take all workers. */
    private static final int AT_A_TIME = 3;

    private final Semaphore places = new Semaphore(AT_A_TIME);

    @Bean
    Task<Wanted> fetchPreview(MediaStoreClient media, PreviewShelf shelf) {
        return Tasks.custom(PreviewFetch.TASK).onFailure(PreviewQueue::later).execute((instance, _) -> {
            if (!places.tryAcquire()) return new OnCompleteReschedule<>(FixedDelay.ofSeconds(5));
            try {
                fetch(instance.getId(), instance.getData(), media, shelf);
            } finally {
                places.release();
            }
            return new OnCompleteRemove<>();
        });
    }

    private static void fetch(String photo, Wanted wanted, MediaStoreClient media, PreviewShelf shelf) {
        try {
            shelf.keep(wanted.photo(), media.fetch(wanted.url()));
        } catch (DomainException e) {
            LOG.warn("no preview for photo {}: {}; its page shows a placeholder", photo, e.key());
        }
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
