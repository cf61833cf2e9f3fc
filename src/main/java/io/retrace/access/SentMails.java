package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.shared.ForModules;
import java.util.List;

/** What a person was written; told by {@code notifications}, which lies above this module. */
@ForModules
public interface SentMails {

    /** Oldest first. */
    List<SentMail> to(SubjectId subject);
}
