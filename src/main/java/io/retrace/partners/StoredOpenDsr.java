package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.SecretBox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code partner_opendsr}. */
@Component
class StoredOpenDsr implements OpenDsrEndpoints {

    private final JdbcClient jdbc;
    private final SecretBox box;

    StoredOpenDsr(JdbcClient jdbc, SecretBox box) {
        this.jdbc = jdbc;
        this.box = box;
    }

    @Override
    public Optional<OpenDsrTarget> of(PartnerId partner) {
        return jdbc.sql("select * from partner_opendsr where partner_no = ?")
                .param(partner.value())
                .query((row, number) -> target(row, partner))
                .optional();
    }

    @Override
    public Optional<PartnerId> atDomain(String domain) {
        return jdbc.sql("select partner_no from partner_opendsr where domain = ?")
                .param(domain)
                .query((row, number) -> new PartnerId(row.getInt(1)))
                .optional();
    }

    /** Takes over what the platform says now; returns whether that was anything new. */
    boolean become(PartnerId partner, @Nullable OpenDsrTarget target) {
        if (of(partner).equals(Optional.ofNullable(target))) return false;
        jdbc.sql("delete from partner_opendsr where partner_no = ?")
                .param(partner.value())
                .update();
        if (target != null) insert(partner, target);
        return true;
    }

    private void insert(PartnerId partner, OpenDsrTarget target) {
        if (atDomain(target.domain()).isPresent()) throw new RuleViolation("opendsr.domain", "error.opendsr.domain");
        var certificateUrl = target.certificateUrl();
        var authorization = target.authorization();
        jdbc.sql("insert into partner_opendsr values (?, ?, ?, ?, ?, ?)")
                .param(partner.value())
                .param(target.domain())
                .param(target.url().toString())
                .param(target.certificate().pem())
                .param(certificateUrl == null ? null : certificateUrl.toString())
                .param(
                        authorization == null
                                ? null
                                : box.seal(authorization.getBytes(StandardCharsets.UTF_8), context(partner)))
                .update();
    }

    private OpenDsrTarget target(ResultSet row, PartnerId partner) throws SQLException {
        var certificateUrl = row.getString("certificate_url");
        var sealed = row.getBytes("authorization_header");
        return new OpenDsrTarget(
                URI.create(row.getString("url")),
                ProcessorCertificate.parse(row.getString("domain"), row.getString("certificate")),
                certificateUrl == null ? null : URI.create(certificateUrl),
                sealed == null ? null : new String(box.open(sealed, context(partner)), StandardCharsets.UTF_8));
    }

    private static String context(PartnerId partner) {
        return "opendsr-authorization:" + partner;
    }
}
