package io.retrace.obligations;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All obligations. */
interface Obligations extends Repository<Obligation, UUID> {

    List<Obligation> saveAllAndFlush(Iterable<Obligation> obligations);

    Optional<Obligation> findById(UUID id);

    void flush();

    /** Holds the row until the transaction ends: whoever changes an obligation reads it through here. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Obligation o where o.id = :id")
    Optional<Obligation> lock(UUID id);

    /** Copies that a person still waits for. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Obligation o where o.subjectId = :subject and o.kind = io.retrace.requests.RequestKind.ACCESS"
            + " and o.answeredAt is null and o.cancelledAt is null order by o.id")
    List<Obligation> lockOpenCopies(UUID subject);

    /** Likewise, in one order for everybody. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Obligation o where o.requestId = :request order by o.id")
    List<Obligation> lockAllOf(UUID request);
}
