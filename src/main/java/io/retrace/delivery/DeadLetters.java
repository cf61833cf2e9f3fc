package io.retrace.delivery;

import io.retrace.identity.Roles;
import io.retrace.obligations.ObligationId;
import io.retrace.partners.Partner;
import io.retrace.partners.PartnerDirectory;
import io.retrace.partners.PartnerId;
import io.retrace.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that do not get through, for support; none of them is ever given up. */
@Service
@PreAuthorize(Roles.IS_SUPPORT)
public class DeadLetters {

    private static final String WAITING =
            " from delivery d where d.for_support_since is not null and d.ended_at is null";

    private final JdbcClient jdbc;
    private final PartnerDirectory partners;

    DeadLetters(JdbcClient jdbc, PartnerDirectory partners) {
        this.jdbc = jdbc;
        this.partners = partners;
    }

    @Transactional(readOnly = true)
    public int count() {
        return jdbc.sql("select count(*)" + WAITING).query(Integer.class).single();
    }

    /**
     * Who has waited longest first; at most 100 a slice.
     *
     * @param company only its questions, or {@code null} for all
     */
    @Transactional(readOnly = true)
    public Slice<DeadLetter> waiting(@Nullable PartnerId company, @Nullable String after, int limit) {
        var place = after == null ? Place.FIRST : Place.of(after);
        int most = Math.clamp(limit, 1, 100);
        var found = jdbc.sql("""
                        select d.*, a.attempts, t.outcome, t.status from (
                            select d.*%s
                               and (:company::int is null or d.partner_no = :company)
                               and (d.for_support_since, d.obligation_id, d.round) > (:since, :id, :round)
                             order by d.for_support_since, d.obligation_id, d.round limit :most) d
                        cross join lateral (select count(*) as attempts, max(no) as last from delivery_attempt t
                            where t.obligation_id = d.obligation_id and t.round = d.round) a
                        left join delivery_attempt t
                          on t.obligation_id = d.obligation_id and t.round = d.round and t.no = a.last
                        order by d.for_support_since, d.obligation_id, d.round""".formatted(WAITING))
                .param("company", company == null ? null : company.value())
                .param("since", Timestamp.from(place.since))
                .param("id", place.id)
                .param("round", place.round)
                .param("most", most + 1)
                .query((row, number) -> letter(row))
                .list();
        if (found.size() <= most) return new Slice<>(found, null);
        var shown = found.subList(0, most);
        return new Slice<>(shown, Place.of(shown.getLast()).text());
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        var attempt = DeliveryAttempt.word(row.getString("outcome"));
        return new DeadLetter(
                new ObligationId(row.getObject("obligation_id", UUID.class)),
                row.getInt("round"),
                partners.partner(new PartnerId(row.getInt("partner_no"))),
                row.getTimestamp("for_support_since").toInstant(),
                row.getInt("attempts"),
                attempt,
                row.getObject("status", Integer.class),
                row.getTimestamp("next_attempt_at").toInstant(),
                Partner.Channel.valueOf(row.getString("channel")));
    }

    /** Where a slice begins. */
    private record Place(Instant since, UUID id, int round) {

        static final Place FIRST = new Place(Instant.EPOCH, new UUID(0, 0), 0);

        static Place of(String text) {
            var parts = text.split("_");
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        }

        static Place of(DeadLetter letter) {
            return new Place(letter.since(), letter.obligation().value(), letter.round());
        }

        String text() {
            return since + "_" + id + "_" + round;
        }
    }
}
