package io.retrace.obligations;

import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.shared.ForModules;
import java.util.List;

/** What an answer about a copy needs of its files; implemented by {@code access}, which lies above this module. */
@ForModules
public interface CopyFiles {

    /** Files that arrived for this obligation and passed every check, by the company’s own ids. */
    List<SentFile> onHand(ObligationId obligation);
}
