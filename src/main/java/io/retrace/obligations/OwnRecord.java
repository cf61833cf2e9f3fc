package io.retrace.obligations;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;
import io.retrace.partners.PartnerDirectory;
import io.retrace.shared.DomainException.Conflict;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The company’s part and nothing beside it: no request, no person, no other company (T5). */
@Service
@PreAuthorize(Roles.IS_PARTNER)
class OwnRecord implements AnswerRecord {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final CompanyDesk desk;
    private final JdbcClient db;
    private final Countersigner portal;
    private final LegalZone zone;
    private final Responder responder;
    private final PartnerDirectory partners;
    private final CurrentUser user;
    private final Clock clock;

    OwnRecord(
            CompanyDesk desk,
            JdbcClient db,
            Countersigner portal,
            LegalZone zone,
            Responder responder,
            PartnerDirectory partners,
            CurrentUser user,
            Clock clock) {
        this.desk = desk;
        this.db = db;
        this.portal = portal;
        this.zone = zone;
        this.responder = responder;
        this.partners = partners;
        this.user = user;
        this.clock = clock;
    }

    @Override
    @PreAuthorize(Roles.ANSWERS)
    @Transactional(readOnly = true)
    public byte[] proof(ObligationId id) {
        var obligation = desk.obligation(id);
        var answers = answers(id);
        if (answers.isEmpty()) throw new Conflict("error.proof.nothing");
        var proof = new TreeMap<String, Object>();
        proof.put("format", "retrace-answer-proof/1");
        proof.put("company", partners.partner(responder.company(id)).slug());
        proof.put("obligation", id.toString());
        proof.put("reference", obligation.reference().value());
        proof.put("kind", obligation.kind().key());
        proof.put("legal", obligation.legal());
        proof.put("items", obligation.items());
        proof.put("asked_at", obligation.askedAt().toString());
        proof.put("answers", answers);
        proof.put("issued_at", clock.instant().toString());
        var signed = portal.vouch(proof);
        var file = new TreeMap<String, Object>();
        file.put("proof", proof);
        file.put("signature", base64(signed.signature()));
        file.put("public_key", base64(signed.key().raw()));
        file.put("signed", "Ed25519 over “proof” as canonical JSON (RFC 8785)");
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    @Transactional(readOnly = true)
    public Punctuality punctuality() {
        var now = clock.instant();
        return db.sql("""
                        with asked as (
                            select (least((o.silent_after at time zone :zone)::date, o.legal_due) + 1)::timestamp
                                       at time zone :zone as by_when,
                                   coalesce((select received_at from attestation a
                                              where a.obligation_id = o.id and a.version = 1),
                                            (select received_at from copy_answer c
                                              where c.obligation_id = o.id and c.version = 1)) as first_at
                              from obligation o join partner p on p.no = o.partner_no
                             where p.slug = :company and o.asked_at > :since and o.cancelled_at is null)
                        select count(*) as questions, count(*) filter (where first_at < by_when) as on_time
                          from asked where first_at is not null or by_when <= :now
                        """)
                .param("zone", zone.name())
                .param("company", user.company())
                .param(
                        "since",
                        Timestamp.from(
                                now.atOffset(ZoneOffset.UTC).minusYears(1).toInstant()))
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Punctuality(row.getInt("questions"), row.getInt("on_time")))
                .single();
    }

    /** Every version, word for word, with its digest; and who vouches for it. */
    private List<Map<String, Object>> answers(ObligationId id) {
        return db.sql("""
                        select a.version, a.received_at, a.outcome, a.body, a.sha256, s.signer, s.scheme, s.public_key,
                               s.signed, s.signature
                          from (select * from attestation where obligation_id = :id) a
                          left join attestation_signature s on s.obligation_id = a.obligation_id and s.version = a.version
                        union all
                        select c.version, c.received_at, c.outcome, c.body, c.sha256, s.signer, s.scheme, s.public_key,
                               s.signed, s.signature
                          from copy_answer c left join copy_answer_signature s using (obligation_id, version)
                         where c.obligation_id = :id
                         order by version
                        """)
                .param("id", id.value())
                .query((row, number) -> answer(row))
                .list();
    }

    private static Map<String, Object> answer(ResultSet row) throws SQLException {
        var answer = new TreeMap<String, Object>();
        answer.put("version", row.getInt("version"));
        answer.put("received_at", row.getTimestamp("received_at").toInstant().toString());
        answer.put("outcome", CompanyWord.valueOf(row.getString("outcome")).key());
        answer.put("sha256", HexFormat.of().formatHex(row.getBytes("sha256")));
        answer.put("answer", row.getString("body"));
        if (row.getString("signer") == null) return answer;
        answer.put("signer", row.getString("signer"));
        answer.put("scheme", row.getString("scheme"));
        answer.put("public_key", base64(row.getBytes("public_key")));
        var signed = row.getBytes("signed"); // of a copy it is forgotten with its person
        if (signed != null) answer.put("signed", base64(signed));
        answer.put("signature", base64(row.getBytes("signature")));
        return answer;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
