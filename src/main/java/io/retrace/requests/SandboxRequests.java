package io.retrace.requests;

import io.retrace.identity.Actor;
import io.retrace.identity.SubjectId;
import io.retrace.ledger.Selection;
import io.retrace.shared.ForModules;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@ForModules
class SandboxRequests implements MadeUpRequests {

    private final Submitting submitting;
    private final SubjectLock lock;

    SandboxRequests(Submitting submitting, SubjectLock lock) {
        this.submitting = submitting;
        this.lock = lock;
    }

    /** Nobody is there to change their mind, so there is no undo window. */
    @Override
    @Transactional
    public void erase(SubjectId madeUp) {
        lock.hold(madeUp);
        submitting.submit(
                RequestKind.ERASURE, madeUp, UUID.randomUUID(), new Selection.All(), Actor.SYSTEM, Duration.ZERO);
    }
}
