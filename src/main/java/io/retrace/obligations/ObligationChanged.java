package io.retrace.obligations;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainEvent;
import java.util.UUID;

/** Anything that happened to one obligation after its request went out. */
public interface ObligationChanged extends DomainEvent {

    ObligationId obligation();

    RequestId request();

    SubjectId subject();

    @Override
    default UUID concerns() {
        return subject().value();
    }
}
