package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainEvent;
import java.util.UUID;

/** Anything that happened to one package. */
public interface PackageChanged extends DomainEvent {

    PackageId packageId();

    RequestId request();

    SubjectId subject();

    @Override
    default UUID concerns() {
        return subject().value();
    }
}
