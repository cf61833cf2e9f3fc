package io.retrace.partners;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code partner_signing_key}. */
@Component
class StoredSigningKeys implements SigningKeys {

    private final JdbcClient jdbc;

    StoredSigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<SigningKey> of(PartnerId partner) {
        return jdbc.sql("select public_key from partner_signing_key where partner_no = ?")
                .param(partner.value())
                .query((row, number) -> new SigningKey(row.getBytes(1)))
                .optional();
    }

    /** Takes over what the platform says now; returns whether that was anything new. */
    boolean become(PartnerId partner, @Nullable SigningKey key) {
        if (of(partner).equals(Optional.ofNullable(key))) return false;
        jdbc.sql("delete from partner_signing_key where partner_no = ?")
                .param(partner.value())
                .update();
        if (key != null) {
            jdbc.sql("insert into partner_signing_key values (?, ?)")
                    .params(partner.value(), key.raw())
                    .update();
        }
        return true;
    }
}
