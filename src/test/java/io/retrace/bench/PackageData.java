package io.retrace.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One member with many photos in years gone by, each sent to ten companies, and a picture of each on the disk. */
record PackageData(JdbcClient jdbc, Path thumbnails, int photos, int disclosures, int pictureBytes) {

    UUID fill() throws IOException {
        var subject = jdbc.sql(
                        "insert into subject (id, member_ref, created_at) values (gen_random_uuid(), 'm-big', now())"
                                + " returning id")
                .query(UUID.class)
                .single();
        jdbc.sql("insert into feed_batch (kind, lines, root, recorded_at) values ('PHOTOS', 1, ?, now())")
                .param(new byte[32])
                .update();
        jdbc.sql("""
                        insert into partner (slug, name, legal_name, country, role, contact, channel, answer_within_seconds,
                                             registered_at, changed_at)
                        select 'company-' || i, 'Company ' || i, 'Company ' || i || ' GmbH', 'DE', 'CONTROLLER',
                               'privacy@company.example', 'PAGE', 604800, now(), now() from generate_series(1, 40) i""").update();
        jdbc.sql(
                        "insert into purpose (code, trains_models, facial, iri)"
                                + " select 'p-' || i, i = 1, i = 1, 'https://w3id.org/dpv#Purpose' from generate_series(1, 6) i")
                .update();
        jdbc.sql("update registry_version set version = version + 1").update();
        jdbc.sql("""
                        insert into photo (subject_id, id, platform_ref, event_id, sha256, uploaded_at, batch_no, preview)
                        select :subject, cast(lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0')
                                   || '7000' || substr(md5(i::text), 1, 16) as uuid),
                               'photo-' || i, gen_random_uuid(), sha256(i::text::bytea), at, 1, true
                        from (select i, timestamptz '2018-01-01' + i * interval '6 hours' as at
                              from generate_series(1, :photos) i) as uploads""").param("subject", subject).param("photos", photos).update();
        jdbc.sql("""
                        insert into disclosure (subject_id, photo_id, event_id, disclosed_at, batch_no, partner_no, purpose_no,
                                                legal_basis, via_partner_no)
                        select p.subject_id, p.id, gen_random_uuid(), p.uploaded_at + n * interval '1 day', 1, 1 + (n * 7) % 40,
                               1 + n % 6, n % 5, case when n % 10 = 9 then 1 end
                        from photo p, generate_series(1, :each) n where p.subject_id = :subject""")
                .param("subject", subject)
                .param("each", disclosures / photos)
                .update();
        jdbc.sql("vacuum analyze").update();
        pictures(subject);
        return subject;
    }

    private void pictures(UUID subject) throws IOException {
        var bytes = new byte[pictureBytes]; // like a JPEG, nothing that compression could do anything with
        var random = new Random(1);
        var names = jdbc.sql("select cast(id as text) from photo where subject_id = ?")
                .param(subject)
                .query((row, _) -> row.getString(1))
                .list();
        for (var name : names) {
            var folder = Files.createDirectories(
                    thumbnails.resolve(name.substring(34)).resolve(name.substring(32, 34)));
            random.nextBytes(bytes);
            Files.write(folder.resolve(name + ".jpg"), bytes);
        }
    }
}
