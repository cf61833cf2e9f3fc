package io.retrace.identity;

import io.retrace.identity.Closing.By;
import io.retrace.identity.ErasingRows.Erasing;
import io.retrace.shared.DomainException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Never creates a subject: an order to erase somebody must not be what makes them known. */
@Service
@PreAuthorize(Roles.IS_PLATFORM)
class PlatformAccounts implements PlatformMembers {

    private final ErasingOrders orders;
    private final ErasingRows rows;
    private final Tombstones tombstones;
    private final JdbcClient jdbc;

    PlatformAccounts(ErasingOrders orders, ErasingRows rows, Tombstones tombstones, JdbcClient jdbc) {
        this.orders = orders;
        this.rows = rows;
        this.tombstones = tombstones;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public Optional<Closing> close(MemberRef member) {
        var known = jdbc.sql("select id from subject where member_ref = ?")
                .param(member.value())
                .query(UUID.class)
                .optional();
        if (known.isEmpty()) {
            if (tombstones.knows(member)) return Optional.empty();
            throw new DomainException.NotFound("error.member-unknown");
        }
        var subject = new SubjectId(known.get());
        var standing = rows.standing(subject).map(Erasing::closing);
        if (standing.isPresent()) return standing;
        if (rows.objected(subject)) throw new DomainException.Conflict("error.member-objected");
        return Optional.of(orders.take(subject, By.PLATFORM));
    }
}
