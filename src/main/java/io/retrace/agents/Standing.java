package io.retrace.agents;

import io.retrace.requests.RequestStatus;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every status with its reason that the Data Rights Protocol 1.0 §3.02 knows, and what each is with us. */
public enum Standing {
    OPEN("open", null, "received", false),
    IN_PROGRESS("in_progress", null, "in-progress", false),
    NEED_USER_VERIFICATION("in_progress", "need_user_verification", "checking", false),
    FULFILLED("fulfilled", null, "done", true),
    REVOKED("revoked", null, "not-done", true),
    SUSPECTED_FRAUD("denied", "suspected_fraud", "not-done", true),
    INSUF_VERIFICATION("denied", "insuf_verification", "not-done", true),
    NO_MATCH("denied", "no_match", "not-done", true),
    CLAIM_NOT_COVERED("denied", "claim_not_covered", "not-done", true),
    OUTSIDE_JURISDICTION("denied", "outside_jurisdiction", "not-done", true),
    TOO_MANY_REQUESTS("denied", "too_many_requests", "not-done", true),
    OTHER("denied", "other", "not-done", true),
    EXPIRED("expired", null, "not-done", true);

    private final String status;
    private final @Nullable String reason;
    private final String word;
    private final boolean end;

    Standing(String status, @Nullable String reason, String word, boolean end) {
        this.status = status;
        this.reason = reason;
        this.word = word;
        this.end = end;
    }

    /** Where a confirmed filing stands. What is partly done was not fulfilled (T10): there is no word between the two. */
    static Standing of(RequestStatus status) {
        return switch (status) {
            case RECEIVED, UNDERWAY -> IN_PROGRESS;
            case VERIFYING -> NEED_USER_VERIFICATION;
            case DONE -> FULFILLED;
            case PARTLY_DONE, NOT_DONE -> OTHER;
            case WITHDRAWN -> REVOKED;
        };
    }

    /**
     * Where a filing stands.
     *
     * @param request where its request stands, once confirmed; never looked at before
     * @param lapsed whether its time to be confirmed is over
     */
    static Standing of(FilingState state, @Nullable RequestStatus request, boolean lapsed) {
        return switch (state) {
            case AWAITING, DECLINED -> lapsed ? INSUF_VERIFICATION : NEED_USER_VERIFICATION;
            case CONFIRMED -> of(Objects.requireNonNull(request));
            case NOTHING -> NO_MATCH;
            case UNVERIFIED -> INSUF_VERIFICATION;
            case REVOKED -> REVOKED;
            case NOT_COVERED -> CLAIM_NOT_COVERED;
        };
    }

    /** Reads the protocol’s two words; empty if it knows no such pair. */
    public static Optional<Standing> read(String status, @Nullable String reason) {
        return Arrays.stream(values())
                .filter(one -> one.status.equals(status) && Objects.equals(one.reason, reason))
                .findFirst();
    }

    public String status() {
        return status;
    }

    public @Nullable String reason() {
        return reason;
    }

    /** Which of the six words a person would read for it: {@code request.word.<word>}. */
    public String word() {
        return word;
    }

    /** Whether the protocol calls it final. */
    public boolean end() {
        return end;
    }
}
