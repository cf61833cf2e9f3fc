package io.retrace.partners;

import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.shared.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The registry as the database has it now. Plain SQL, because a Hibernate session gives back what it read before and a long
 * transaction would pass an old partner on under a new version.
 */
@Component
class StoredRegistry {

    private final JdbcClient jdbc;

    StoredRegistry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long version() {
        return jdbc.sql("select version from registry_version")
                .query(Long.class)
                .single();
    }

    /** The version first: if a change slips in between, the copy is called older than it is, and is read again. */
    Registered read() {
        long version = version();
        return Registered.of(
                version,
                jdbc.sql("select * from partner")
                        .query((row, _) -> partner(row))
                        .list(),
                jdbc.sql("select * from purpose")
                        .query((row, _) -> purpose(row))
                        .list());
    }

    /** Makes changes wait for one another until the transaction ends, so that a comparison with what is stored holds. */
    void lock() {
        jdbc.sql("select version from registry_version for update")
                .query(Long.class)
                .single();
    }

    void countChange() {
        jdbc.sql("update registry_version set version = version + 1").update();
    }

    private static Partner partner(ResultSet row) throws SQLException {
        return new Partner(
                new PartnerId(row.getInt("no")),
                row.getString("slug"),
                row.getString("name"),
                row.getString("legal_name"),
                row.getString("country"),
                PartnerRole.valueOf(row.getString("role")),
                new EmailAddress(row.getString("contact")),
                Channel.valueOf(row.getString("channel")),
                Duration.ofSeconds(row.getLong("answer_within_seconds")),
                owner(row.getString("contract_owner")),
                language(row.getString("language")));
    }

    private static @Nullable EmailAddress owner(@Nullable String stored) {
        return stored == null ? null : new EmailAddress(stored);
    }

    private static @Nullable Locale language(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag);
    }

    private static Purpose purpose(ResultSet row) throws SQLException {
        return new Purpose(
                row.getInt("no"),
                row.getString("code"),
                row.getBoolean("trains_models"),
                row.getBoolean("facial"),
                row.getString("iri"));
    }
}
