package io.retrace.ledger;

import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Sha256;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes, keeps and marks thumbnails, for the API and for the queue. */
@Component
class PreviewShelf {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ThumbnailStore thumbnails;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A registered photo and whose it is. */
    private record Photo(PhotoId id, UUID subject) {}

    PreviewShelf(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ThumbnailStore thumbnails,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.thumbnails = thumbnails;
        this.events = events;
        this.clock = clock;
    }

    void keep(String ref, byte[] picture) {
        var photo = photo(ref);
        var thumbnail = Thumbnail.of(picture);
        // the file first: a mark without a file would be a broken picture, a file without a mark is just not shown yet
        thumbnails.write(photo.id, thumbnail);
        transactions.executeWithoutResult(_ -> {
            int marked = jdbc.sql("update photo set preview = true where subject_id = ? and id = ?")
                    .params(photo.subject, photo.id.value())
                    .update();
            if (marked == 0) { // erased meanwhile
                thumbnails.delete(photo.id);
                return;
            }
            events.publishEvent(new PreviewStored(photo.id, photo.subject, Sha256.of(thumbnail), clock.instant()));
        });
    }

    private Photo photo(String ref) {
        return jdbc.sql("select id, subject_id from photo where platform_ref = ? collate \"C\"")
                .param(ref)
                .query((row, _) -> new Photo(new PhotoId(row.getObject(1, UUID.class)), row.getObject(2, UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound("error.not-found"));
    }
}
