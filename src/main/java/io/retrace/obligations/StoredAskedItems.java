package io.retrace.obligations;

import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.ForModules;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@ForModules
class StoredAskedItems implements AskedItems {

    private final JdbcClient db;
    private final ObligationRows rows;

    StoredAskedItems(JdbcClient db, ObligationRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Override
    @Transactional(readOnly = true)
    public Asked of(ObligationId obligation, int most) {
        var since = db.sql("select planned_at from obligation where id = ? and released_at is not null")
                .param(obligation.value())
                .query(Timestamp.class)
                .optional()
                .orElseThrow(() -> new NotFound("error.obligation-not-found"))
                .toInstant();
        var items = rows.items(obligation, null, most);
        return new Asked(since, items.next() == null ? items.items() : List.of());
    }
}
