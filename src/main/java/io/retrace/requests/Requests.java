package io.retrace.requests;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All requests. */
interface Requests extends Repository<Request, UUID> {

    Request saveAndFlush(Request request);

    Optional<Request> findById(UUID id);

    /** Holds the row until the transaction ends: whoever moves a request reads it through here. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Request r where r.id = :id")
    Optional<Request> lock(UUID id);

    Optional<Request> findByReference(String reference);

    Optional<Request> findByReferenceAndSubjectId(String reference, UUID subjectId);

    Optional<Request> findByIdAndSubjectId(UUID id, UUID subjectId);

    List<Request> findBySubjectIdOrderByReceivedAtDescIdDesc(UUID subjectId);

    @Query("select t from Transition t join fetch t.request r where r.id = :request order by t.id")
    List<Transition> transitionsOf(UUID request);

    List<Request> findByIdInOrderById(Collection<UUID> ids);
}
