package io.retrace.audit;

import io.retrace.identity.SubjectId;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Reference;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests as the audit needs them: ids only. */
@Component
class AuditedRequests {

    private final JdbcClient jdbc;

    AuditedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Throws {@code NotFound}. */
    AuditedRequest find(Reference reference) {
        return read("reference = ?", reference.value());
    }

    AuditedRequest find(RequestId id) {
        return read("id = ?", id.value());
    }

    private AuditedRequest read(String condition, Object key) {
        return jdbc.sql("select id, reference, subject_id from request where " + condition)
                .param(key)
                .query((row, n) -> {
                    var id = row.getObject("id", UUID.class);
                    return new AuditedRequest(
                            new RequestId(id),
                            new Reference(row.getString("reference")),
                            new SubjectId(row.getObject("subject_id", UUID.class)),
                            obligations(id));
                })
                .optional()
                .orElseThrow(() -> new NotFound("error.request-not-found"));
    }

    private List<UUID> obligations(UUID request) {
        return jdbc.sql("select id from obligation where request_id = ? order by id")
                .param(request)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }
}
