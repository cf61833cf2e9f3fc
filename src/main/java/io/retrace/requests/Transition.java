package io.retrace.requests;

import io.retrace.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One move of a request: who, when, from where to where, and why. */
@Entity
@Table(name = "request_transition")
class Transition {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "request_id")
    private Request request;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Actor.Kind actorKind;

    private String actorId;

    @Enumerated(EnumType.STRING)
    private @Nullable RequestStatus fromStatus;

    @Enumerated(EnumType.STRING)
    private RequestStatus toStatus;

    private String why;

    Transition(
            Request request,
            Instant at,
            Actor by,
            @Nullable RequestStatus fromStatus,
            RequestStatus toStatus,
            String why) {
        this.request = request;
        this.at = at;
        this.actorKind = by.kind();
        this.actorId = by.id();
        this.fromStatus = fromStatus;
        this.toStatus = toStatus;
        this.why = why;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Transition() {}

    TimelineEntry entry() {
        return new TimelineEntry(at, actorKind, why, request.timelineArguments(why));
    }
}
