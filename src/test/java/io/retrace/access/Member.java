package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.ledger.PhotoId;
import io.retrace.partners.PartnerId;
import io.retrace.requests.RequestId;
import io.retrace.requests.RequestKind;
import io.retrace.requests.RequestReleased;
import io.retrace.shared.Reference;
import io.retrace.shared.Sha256;
import io.retrace.shared.TimeOrderedId;
import io.retrace.testing.Callers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A member with photos and requests, as rows of the ledger and of requests; and signed in as Keycloak would say. */
record Member(AccessWorld world, String ref, SubjectId subject) {

    static Member join(AccessWorld world, Locale language) {
        var subject = new SubjectId(UUID.randomUUID());
        var ref = "m-" + subject.value().toString().substring(0, 8);
        world.db()
                .sql("insert into subject (id, member_ref, created_at) values (?, ?, now())")
                .params(subject.value(), ref)
                .update();
        world.bean(People.class).joins(subject, language);
        return new Member(world, ref, subject);
    }

    PhotoId photo(Instant uploadedAt, String name) {
        var photo = new PhotoId(TimeOrderedId.at(uploadedAt));
        world.db()
                .sql("""
                        insert into photo (subject_id, id, platform_ref, event_id, sha256, uploaded_at, batch_no)
                        values (?, ?, ?, gen_random_uuid(), ?, ?, ?)""")
                .params(
                        subject.value(),
                        photo.value(),
                        name,
                        Sha256.of(name.getBytes(StandardCharsets.UTF_8)).bytes(),
                        Timestamp.from(uploadedAt),
                        batch("PHOTOS"))
                .update();
        return photo;
    }

    void picture(PhotoId photo, byte[] jpeg) {
        var id = photo.toString();
        var file = world.thumbnails()
                .resolve(id.substring(34))
                .resolve(id.substring(32, 34))
                .resolve(id + ".jpg");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        world.db()
                .sql("update photo set preview = true where id = ?")
                .param(photo.value())
                .update();
    }

    void sent(PhotoId photo, Company to, String purpose, Instant at, Company... via) {
        world.db()
                .sql("""
                        with changed as (update registry_version set version = version + 1)
                        insert into purpose (code, trains_models, facial, iri)
                        values (?, ?, false, 'https://w3id.org/dpv#Purpose') on conflict do nothing""")
                .param(purpose)
                .param(purpose.equals("model-training"))
                .update();
        world.db()
                .sql("""
                        insert into disclosure (subject_id, photo_id, partner_no, purpose_no, legal_basis, disclosed_at,
                                                event_id, batch_no, via_partner_no)
                        select ?, ?, ?, no, 1, ?, gen_random_uuid(), ?, ? from purpose where code = ?""")
                .param(subject.value())
                .param(photo.value())
                .param(to.id().value())
                .param(Timestamp.from(at))
                .param(batch("DISCLOSURES"))
                .param(via.length == 0 ? null : (short) via[0].id().value())
                .param(purpose)
                .update();
    }

    /** A request of this kind (ACCESS or ERASURE) that went out to these companies, about all photos. */
    RequestId request(String kind, Company... companies) {
        var id = new RequestId(TimeOrderedId.at(world.now()));
        var now = Timestamp.from(world.now());
        var day = LocalDate.ofInstant(world.now(), ZoneOffset.UTC);
        world.db()
                .sql("""
                        insert into request (id, version, reference, subject_id, kind, status, scope, photos, companies,
                            received_at, undo_until, deadline_due, deadline_rule, deadline_article, deadline_start,
                            deadline_computed, released_at)
                        values (?, 0, ?, ?, ?, 'UNDERWAY', 'all', 1, ?, ?, ?, ?, 'gdpr-one-month', 'GDPR Art. 12(3)', ?, ?, ?)""")
                .params(
                        id.value(),
                        Reference.next('R').value(),
                        subject.value(),
                        kind,
                        companies.length,
                        now,
                        now,
                        day.plusMonths(1),
                        day,
                        day.plusMonths(1),
                        now)
                .update();
        world.db()
                .sql("insert into request_transition (request_id, at, actor_kind, actor_id, to_status, why)"
                        + " values (?, ?, 'MEMBER', 'user', 'RECEIVED', ?)")
                .params(id.value(), now, kind.equals("ACCESS") ? "copy-received" : "received")
                .update();
        for (var company : companies) company.owes(this, id);
        return id;
    }

    /** A request for a copy that goes out now: what is due then is due. */
    RequestId asksForCopy(Company... companies) {
        var id = request("ACCESS", companies);
        world.publish(new RequestReleased(id, RequestKind.ACCESS, subject, world.now()));
        return id;
    }

    <T> T proved(Supplier<T> action) {
        return as("2", world.now(), action);
    }

    <T> T signedIn(Supplier<T> action) {
        return as("1", world.now().minus(Duration.ofMinutes(1)), action);
    }

    private <T> T as(String acr, Instant provedAt, Supplier<T> action) {
        var token = OidcIdToken.withTokenValue("test")
                .claims(all -> all.putAll(Map.of("sub", "user-" + ref, "member_ref", ref, "acr", acr)))
                .claim("auth_time", provedAt)
                .build();
        var roles = AuthorityUtils.createAuthorityList("ROLE_member");
        return Callers.as(new TestingAuthenticationToken(new DefaultOidcUser(roles, token), "", roles), action::get);
    }

    private int batch(String kind) {
        return world.db()
                .sql("insert into feed_batch (kind, lines, root, recorded_at) values (?, 1, ?, ?) returning no")
                .params(kind, new byte[32], Timestamp.from(world.now()))
                .query(Integer.class)
                .single();
    }

    /** A registered company. */
    record Company(AccessWorld world, String slug, PartnerId id) {

        static Company register(AccessWorld world, String name) {
            var slug = "c-" + UUID.randomUUID().toString().substring(0, 8);
            var no = world.db()
                    .sql("""
                            with changed as (update registry_version set version = version + 1)
                            insert into partner (slug, name, legal_name, country, role, contact, channel,
                                                 answer_within_seconds, registered_at, changed_at)
                            values (?, ?, ?, 'DE', 'CONTROLLER', 'privacy@company.example', 'PAGE', 604800, now(), now())
                            returning no""")
                    .params(slug, name, name + " GmbH")
                    .query(Integer.class)
                    .single();
            return new Company(world, slug, new PartnerId(no));
        }

        private void owes(Member member, RequestId request) {
            var id = TimeOrderedId.at(world.now());
            var now = Timestamp.from(world.now());
            world.db()
                    .sql("""
                            insert into obligation (id, version, reference, request_id, subject_id, partner_no, items,
                                first_disclosed_at, legal_due, due, answer_within_seconds, planned_at, released_at, asked_at,
                                times_asked, round, untouched, answers, stage, chase_no, next_action, next_action_at, owner,
                                last_asked_at)
                            values (?, 0, ?, ?, ?, ?, 1, ?, current_date, current_date, 604800, ?, ?, ?, 1, 1, false, 0,
                                'FIRST_REMINDER', 0, 'REMIND', ?, 'COMPANY', ?)""")
                    .params(
                            id,
                            Reference.next('O').value(),
                            request.value(),
                            member.subject().value(),
                            this.id.value(),
                            now,
                            now,
                            now,
                            now,
                            now,
                            now)
                    .update();
            world.db()
                    .sql("""
                            insert into obligation_item
                            select distinct on (d.photo_id) ?::uuid, gen_random_uuid(), d.subject_id, d.photo_id, p.sha256,
                                   d.disclosed_at, array[d.purpose_no]
                            from disclosure d join photo p on p.id = d.photo_id and p.subject_id = d.subject_id
                            where d.subject_id = ? and d.partner_no = ? order by d.photo_id""")
                    .params(id, member.subject().value(), this.id.value())
                    .update();
        }

        /** Confirms by a stored attestation that everything of this request is erased. */
        void erased(RequestId request) {
            var id = world.db()
                    .sql("select id from obligation where request_id = ? and partner_no = ?")
                    .params(request.value(), this.id.value())
                    .query(UUID.class)
                    .single();
            var body = """
                    {"answer_id":"answer-0001","subjects":{"photos":"erased","face_templates":"erased",\
                    "derived_data":"never_held","models":"never_held"},"method":"erase","live_erased_on":"2026-11-02",\
                    "backups_until":null,"kept":null,"infeasible":null,"exceptions":[],"onward":[{"name":"Onward Data Ltd"}],\
                    "declarant":{"name":"Dana Ortiz","title":"Officer","perjury":false},"amends":null}""";
            world.db()
                    .sql(
                            "insert into attestation values (?, 1, 'answer-0001', ?, 'actor', 'CONFIRMED_DELETED', 1, 0, ?, ?)")
                    .params(id, Timestamp.from(world.now()), body, new byte[32])
                    .update();
            world.db()
                    .sql(
                            "update obligation set answered_at = ?, outcome = 'CONFIRMED_DELETED', answers = 1 where id = ?")
                    .params(Timestamp.from(world.now()), id)
                    .update();
        }
    }

    static List<String> names(Company... companies) {
        return List.of(companies).stream().map(Company::slug).toList();
    }
}
