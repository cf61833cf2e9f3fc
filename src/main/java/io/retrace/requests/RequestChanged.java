package io.retrace.requests;

import io.retrace.identity.SubjectId;
import io.retrace.shared.DomainEvent;
import java.util.UUID;

/** Anything that happened to a request as a whole. */
public interface RequestChanged extends DomainEvent {

    RequestId request();

    SubjectId subject();

    @Override
    default UUID concerns() {
        return subject().value();
    }
}
