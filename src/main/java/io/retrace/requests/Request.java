package io.retrace.requests;

import io.retrace.identity.Actor;
import io.retrace.identity.SubjectId;
import io.retrace.shared.DomainException;
import io.retrace.shared.Reference;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person’s request. Every move is a verb that checks the transition table and leaves a {@link Transition}. */
@Entity
class Request {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String reference;
    private UUID subjectId;

    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private String scope;
    private int photos;
    private int companies;
    private Instant receivedAt;
    private Instant undoUntil;
    private LocalDate deadlineDue;
    private String deadlineRule;
    private String deadlineArticle;
    private LocalDate deadlineStart;
    private LocalDate deadlineComputed;
    private @Nullable Instant releasedAt;
    private @Nullable Instant closedAt;

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Transition> transitions = new ArrayList<>();

    /** Received now; {@code plan} says what its companies will be asked. */
    Request(
            RequestId id,
            RequestKind kind,
            SubjectId subject,
            String scope,
            Fulfilment.Plan plan,
            Deadline deadline,
            Instant receivedAt,
            Instant undoUntil,
            Actor by) {
        this.id = id.value();
        this.kind = kind;
        this.reference = Reference.next('R').value();
        this.subjectId = subject.value();
        this.scope = scope;
        this.photos = plan.photos();
        this.companies = plan.companies();
        this.receivedAt = receivedAt;
        this.undoUntil = undoUntil;
        this.deadlineDue = deadline.due();
        this.deadlineRule = deadline.rule();
        this.deadlineArticle = deadline.article();
        this.deadlineStart = deadline.start();
        this.deadlineComputed = deadline.computed();
        this.status = RequestStatus.RECEIVED;
        transitions.add(new Transition(this, receivedAt, by, null, RequestStatus.RECEIVED, sentence("received")));
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Request() {}

    /** Taken back by its person; refused once the undo window is over or it went out. */
    void withdraw(Actor by, Instant now) {
        if (status != RequestStatus.RECEIVED || !now.isBefore(undoUntil)) {
            throw new DomainException.Conflict("error.undo-window-over", reference);
        }
        become(RequestStatus.WITHDRAWN, by, now, "withdrawn");
        closedAt = now;
    }

    /** Whether it still waits for its undo window to end. */
    boolean awaitsRelease() {
        return status == RequestStatus.RECEIVED;
    }

    /** Goes out to the companies; from here there is no way back. */
    void release(Instant now) {
        if (now.isBefore(undoUntil)) throw new IllegalStateException("the undo window of " + id + " is still open");
        become(RequestStatus.UNDERWAY, Actor.SYSTEM, now, sentence("released"));
        releasedAt = now;
    }

    /** Moves to where the companies’ answers put it; false if it is there already. */
    boolean settle(RequestStatus end, Instant now) {
        if (status == end) return false;
        become(end, Actor.SYSTEM, now, sentence(end.word()));
        closedAt = now;
        return true;
    }

    /** Whether companies’ answers can move it: it went out. */
    boolean wentOut() {
        return releasedAt != null;
    }

    /** Whether it came to an end once; from then on it moves between its ends only. */
    boolean ended() {
        return closedAt != null;
    }

    /** Its person asked again for what it already asks. */
    void askedAgain(Actor by, Instant now) {
        transitions.add(new Transition(this, now, by, status, status, "asked-again"));
    }

    RequestKind kind() {
        return kind;
    }

    RequestId requestId() {
        return new RequestId(id);
    }

    SubjectId subject() {
        return new SubjectId(subjectId);
    }

    RequestStatus status() {
        return status;
    }

    LocalDate due() {
        return deadlineDue;
    }

    Reference publicReference() {
        return new Reference(reference);
    }

    SubjectRequest view() {
        return new SubjectRequest(
                requestId(),
                publicReference(),
                kind,
                status,
                receivedAt,
                undoUntil,
                scope,
                photos,
                companies,
                new Deadline(deadlineDue, deadlineRule, deadlineArticle, deadlineStart, deadlineComputed),
                releasedAt,
                closedAt);
    }

    List<Object> timelineArguments(String why) {
        return why.equals(sentence("received")) || why.equals(sentence("released"))
                ? List.of(photos, companies)
                : List.of();
    }

    /** What happened to a copy is told in sentences of its own. */
    private String sentence(String key) {
        return switch (kind) {
            case ERASURE -> key;
            case ACCESS -> "copy-" + key;
        };
    }

    private void become(RequestStatus next, Actor by, Instant now, String why) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("request " + id + " is " + status + " and cannot become " + next);
        }
        transitions.add(new Transition(this, now, by, status, next, why));
        status = next;
    }
}
