package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Commands with their answers, one row each. Whoever inserts the row carries the command out; if it breaks off, the row is
 * free again after a minute. Carrying out twice is harmless then: commands name their answer or only move a day.
 */
@Service
@PreAuthorize(Roles.IS_PARTNER)
class RepeatRows implements Repeats {

    private final JdbcClient db;
    private final PartnerDirectory partners;
    private final CurrentUser user;

    RepeatRows(JdbcClient db, PartnerDirectory partners, CurrentUser user) {
        this.db = db;
        this.partners = partners;
        this.user = user;
    }

    @Override
    public Verdict begin(Sha256 key, Sha256 asked, @Nullable ObligationId obligation) {
        var claimed = db.sql("""
                        insert into repeatable_command (partner_no, key_sha256, asked_sha256, obligation_id)
                        values (:company, :key, :asked, :obligation)
                        on conflict (partner_no, key_sha256) do update set claimed_at = now()
                         where repeatable_command.status is null
                           and repeatable_command.asked_sha256 = excluded.asked_sha256
                           and repeatable_command.claimed_at < now() - interval '1 minute'
                        """)
                .param("company", company())
                .param("key", key.bytes())
                .param("asked", asked.bytes())
                .param("obligation", obligation == null ? null : obligation.value())
                .update();
        return claimed == 1 ? new Fresh() : earlier(key, asked);
    }

    @Override
    public void answered(Sha256 key, Answer answer) {
        db.sql("""
                        update repeatable_command r
                           set status = :status, media_type = :type, location = :location,
                               body = case when exists (select from obligation o
                                                         where o.id = r.obligation_id and o.forgotten_at is not null)
                                           then null else :body::bytea end
                         where partner_no = :company and key_sha256 = :key and status is null
                        """)
                .param("status", (short) answer.status())
                .param("type", answer.mediaType())
                .param("location", answer.location())
                .param("body", answer.body())
                .param("company", company())
                .param("key", key.bytes())
                .update();
    }

    @Override
    public void undecided(Sha256 key) {
        db.sql("delete from repeatable_command where partner_no = :company and key_sha256 = :key and status is null")
                .param("company", company())
                .param("key", key.bytes())
                .update();
    }

    private Verdict earlier(Sha256 key, Sha256 asked) {
        return db.sql("select * from repeatable_command where partner_no = :company and key_sha256 = :key")
                .param("company", company())
                .param("key", key.bytes())
                .query((row, number) -> {
                    if (!new Sha256(row.getBytes("asked_sha256")).equals(asked)) return new Reused();
                    var status = row.getInt("status");
                    if (row.wasNull()) return new AtWork();
                    var body = row.getBytes("body");
                    return new Answer(
                            status,
                            row.getString("media_type"),
                            row.getString("location"),
                            body == null ? new byte[0] : body);
                })
                .optional()
                .orElseGet(AtWork::new); // it was given up between our two looks: the next try carries it out
    }

    private short company() {
        return partners.bySlug(user.company())
                .map(partner -> (short) partner.id().value())
                .orElseThrow(() -> new NotFound("error.obligation-not-found"));
    }
}
