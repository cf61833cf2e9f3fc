package io.retrace.notifications;

import io.retrace.identity.SubjectId;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the queue keeps of a mail: ids. Whom it goes to and in which language is read when it goes out. */
record MailJob(
        UUID mail,
        Occasion occasion,
        UUID subject,
        @Nullable UUID request,
        @Nullable UUID obligation) {

    static MailJob of(
            UUID mail,
            Occasion occasion,
            SubjectId subject,
            @Nullable RequestId request,
            @Nullable ObligationId obligation) {
        return new MailJob(
                mail,
                occasion,
                subject.value(),
                request == null ? null : request.value(),
                obligation == null ? null : obligation.value());
    }

    SubjectId subjectId() {
        return new SubjectId(subject);
    }
}
