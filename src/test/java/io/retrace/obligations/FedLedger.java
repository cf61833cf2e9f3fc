package io.retrace.obligations;

import io.retrace.ledger.PhotoId;
import io.retrace.obligations.World.Company;
import io.retrace.obligations.World.Member;
import io.retrace.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of the ledger as the feed would have written them. */
record FedLedger(JdbcClient db, Instant now) {

    /** A photo of the member that these companies received a year ago. */
    PhotoId photo(Member member, Company... companies) {
        var photo = new PhotoId(UUID.randomUUID());
        db.sql("insert into photo (subject_id, id, platform_ref, event_id, sha256, uploaded_at, batch_no)"
                        + " values (?, ?, ?, ?, ?, ?, 1)")
                .param(member.subject().value())
                .param(photo.value())
                .param("p-" + photo)
                .param(UUID.randomUUID())
                .param(Sha256.of(photo.toString().getBytes(StandardCharsets.UTF_8))
                        .bytes())
                .param(Timestamp.from(now.minus(Duration.ofDays(400))))
                .update();
        for (var company : companies) disclose(member, photo, company, "advertising");
        return photo;
    }

    void disclose(Member member, PhotoId photo, Company company, String purpose) {
        db.sql("""
                        with changed as (update registry_version set version = version + 1)
                        insert into purpose (code, trains_models, facial, iri) values (?, false, false, 'x')
                        on conflict do nothing
                        """).param(purpose).update();
        db.sql("""
                        insert into disclosure (subject_id, photo_id, partner_no, purpose_no, legal_basis, disclosed_at, event_id,
                                                batch_no)
                        select ?, ?, ?, no, 1, ?, gen_random_uuid(), 1 from purpose where code = ?
                        """)
                .param(member.subject().value())
                .param(photo.value())
                .param(company.id().value())
                .param(Timestamp.from(now.minus(Duration.ofDays(365))))
                .param(purpose)
                .update();
    }
}
