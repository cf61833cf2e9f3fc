package io.retrace.ledger;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets a person’s photos, who received them, their thumbnails and take-backs. What stays: that they must not come back
 * (keyed digests), and of incidents what happened at which company.
 */
@Component
class ErasePhotos implements PersonalDataStep {

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final ErasedPhotos erased;
    private final ThumbnailStore thumbnails;
    private final FeedGate feed;
    private final Clock clock;

    ErasePhotos(JdbcClient jdbc, ErasedPhotos erased, ThumbnailStore thumbnails, FeedGate feed, Clock clock) {
        this.jdbc = jdbc;
        this.erased = erased;
        this.thumbnails = thumbnails;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public int order() {
        return 700;
    }

    @Override
    public void erase(SubjectId subject) {
        // a feed that has found these photos already either commits first or looks again
        feed.hold();
        jdbc.sql("update take_back_epoch set epoch = epoch + 1").update();
        var photos = new ArrayList<Photo>(CHUNK);
        for (var next = after(subject, new UUID(0, 0));
                !next.isEmpty();
                next = after(subject, next.getLast().id())) {
            erased.bury(next.stream().map(Photo::ref).toList(), clock.instant());
            forgetPreviews(next);
            photos.addAll(next);
        }
        for (var table : List.of("disclosure", "take_back", "photo")) {
            jdbc.sql("delete from " + table + " where subject_id = ?")
                    .param(subject.value())
                    .update();
        }
        jdbc.sql("update incident set subject_id = null, photo_id = null, event_id = null where subject_id = ?")
                .param(subject.value())
                .update();
        // last, and again if the transaction fails: a file that is gone is no harm, one that stays would be
        photos.forEach(photo -> thumbnails.delete(new PhotoId(photo.id())));
    }

    /** A photo and the platform’s name for it. */
    private record Photo(UUID id, String ref) {}

    private List<Photo> after(SubjectId subject, UUID last) {
        return jdbc.sql("select id, platform_ref from photo where subject_id = ? and id > ? order by id limit " + CHUNK)
                .param(subject.value())
                .param(last)
                .query((row, number) -> new Photo(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    /** Fetches that wait carry the reference and the address of the picture. One that runs right now finds no photo. */
    private void forgetPreviews(List<Photo> photos) {
        jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = any (?)")
                .param(PreviewFetch.TASK.getTaskName())
                .param(photos.stream().map(photo -> photo.id().toString()).toArray(String[]::new))
                .update();
    }
}
