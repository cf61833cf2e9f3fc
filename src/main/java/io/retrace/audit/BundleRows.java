package io.retrace.audit;

import io.retrace.partners.SigningKey;
import io.retrace.requests.RequestId;
import io.retrace.shared.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what goes into a bundle, a thousand rows at a time. */
@Component
class BundleRows {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    BundleRows(DataSource dataSource) {
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(AT_ONCE);
        this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(template));
    }

    void each(BundleTable table, RequestId request, Consumer<String> row) {
        jdbc.sql(table.sql()).param("request", request.value()).query((RowCallbackHandler)
                found -> row.accept(found.getString(1)));
    }

    /** Items of every obligation, those of one company after the other. */
    void items(RequestId request, Consumer<Item> row) {
        jdbc.sql("""
                        select o.reference, i.ref, i.photo_id, i.sha256, i.disclosed_at,
                               (select coalesce(string_agg(p.code, ' ' order by p.code), '') from purpose p
                                 where p.no = any (i.purposes)) as purposes
                          from obligation o join obligation_item i on i.obligation_id = o.id
                         where o.request_id = ? order by o.id, i.ref""").param(request.value()).query((RowCallbackHandler) found -> row.accept(new Item(
                found.getString("reference"),
                found.getObject("ref", UUID.class),
                found.getObject("photo_id", UUID.class),
                new Sha256(found.getBytes("sha256")),
                found.getTimestamp("disclosed_at").toInstant(),
                found.getString("purposes"))));
    }

    /** Every version of every answer, as it was recorded. */
    List<Said> attestations(RequestId request) {
        return jdbc.sql("""
                        select o.reference, o.kind, a.* from obligation o join (
                               select obligation_id, version, received_at, actor_id, outcome, erased_items, kept_items,
                                      body, sha256 from attestation
                                union all
                               select obligation_id, version, received_at, actor_id, outcome, null, null,
                                      body, sha256 from copy_answer) a on a.obligation_id = o.id
                         where o.request_id = ? order by o.id, a.version""")
                .param(request.value())
                .query((row, n) -> new Said(
                        row.getString("reference"),
                        row.getInt("version"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("actor_id"),
                        row.getString("outcome"),
                        row.getString("kind"),
                        row.getObject("erased_items", Integer.class),
                        row.getObject("kept_items", Integer.class),
                        row.getString("body"),
                        new Sha256(row.getBytes("sha256"))))
                .list();
    }

    /** Who vouches for each version of each declaration. */
    void signatures(RequestId request, Consumer<Signed> row) {
        jdbc.sql("""
                        select o.reference, s.* from obligation o join (
                               select b.*, sha256(b.signed) as signed_sha256, a.sha256 from attestation_signature b
                                 join attestation a using (obligation_id, version)
                                union all
                               select obligation_id, version, signer, scheme, public_key, signed, signature, signed_sha256,
                                      c.sha256 from copy_answer_signature
                                 join copy_answer c using (obligation_id, version)) s on o.id = s.obligation_id
                         where o.request_id = ? order by o.id, s.version""").param(request.value()).query((RowCallbackHandler) found -> row.accept(new Signed(
                found.getString("reference"),
                found.getInt("version"),
                found.getString("signer"),
                found.getString("scheme"),
                new SigningKey(found.getBytes("public_key")),
                found.getBytes("signed"),
                new Sha256(found.getBytes("signed_sha256")),
                found.getBytes("signature"),
                new Sha256(found.getBytes("sha256")))));
    }

    record Item(String obligation, UUID ref, UUID photo, Sha256 sha256, Instant disclosedAt, String purposes) {}

    /**
     * An attestation at rest.
     *
     * @param erasedItems of an answer about deletion, as {@code keptItems}
     * @param body canonical JSON, whose digest is {@code sha256}
     */
    record Said(
            String obligation,
            int version,
            Instant receivedAt,
            String by,
            String outcome,
            String kind,
            @Nullable Integer erasedItems,
            @Nullable Integer keptItems,
            String body,
            Sha256 sha256) {}

    /**
     * A signature at rest.
     *
     * @param signed exactly the bytes under it; {@code null} once they are forgotten with an erased person
     * @param digest SHA-256 of those bytes
     * @param form digest of the declaration in its canonical form
     */
    @SuppressWarnings("ArrayRecordComponent") // lives for one bundle and is never compared
    record Signed(
            String obligation,
            int version,
            String signer,
            String scheme,
            SigningKey key,
            byte @Nullable [] signed,
            Sha256 digest,
            byte[] signature,
            Sha256 form) {}
}
