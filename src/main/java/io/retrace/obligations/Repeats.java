package io.retrace.obligations;

import io.retrace.identity.Roles;
import io.retrace.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;

/** Answers to commands under an {@code Idempotency-Key}, kept for a week so that repeating a command repeats its answer. */
@PreAuthorize(Roles.IS_PARTNER)
public interface Repeats {

    /**
     * Before a command is carried out.
     *
     * @param key digest of what names the command
     * @param asked digest of what it says
     */
    Verdict begin(Sha256 key, Sha256 asked, @Nullable ObligationId obligation);

    /** It was carried out or refused for good. */
    void answered(Sha256 key, Answer answer);

    /** Nothing was decided: it may be carried out again. */
    void undecided(Sha256 key);

    /** What is to be done with a command. */
    sealed interface Verdict {}

    /** It is new, or whoever carried it out before broke off. */
    record Fresh() implements Verdict {}

    /** The same command is being carried out right now. */
    record AtWork() implements Verdict {}

    /** The key stands for another command. */
    record Reused() implements Verdict {}

    /** As it was told the first time. */
    @SuppressWarnings("ArrayRecordComponent") // lives for one call and is never compared
    record Answer(
            int status,
            @Nullable String mediaType,
            @Nullable String location,
            byte[] body) implements Verdict {}
}
