package io.retrace.ledger;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

/** The queued fetch of one photo’s preview. */
final class PreviewFetch {

    static final TaskDescriptor<Wanted> TASK = TaskDescriptor.of("fetch-preview", Wanted.class);

    private PreviewFetch() {}

    /** Which photo, by the platform’s reference, and where its preview is. */
    record Wanted(String photo, String url) {}
}
