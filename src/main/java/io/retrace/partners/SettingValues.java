package io.retrace.partners;

import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.EmailAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the settings of a company stand, and writing them. */
@Component
class SettingValues {

    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private final JdbcClient jdbc;
    private final StoredSigningKeys keys;
    private final WebhookUrlRule urlRule;

    SettingValues(JdbcClient jdbc, StoredSigningKeys keys, WebhookUrlRule urlRule) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.urlRule = urlRule;
    }

    /** What is written down now, not what a session remembers; {@code null} for none. */
    @Nullable
    String current(PartnerId partner, Setting setting) {
        return switch (setting) {
            case ENDPOINT -> one("select url from webhook_endpoint where partner_no = ?", partner);
            case SIGNING_KEY -> keys.of(partner).map(SigningKey::text).orElse(null);
            case CONTACT -> one("select contact from partner where no = ?", partner);
            case LANGUAGE -> one("select language from partner where no = ?", partner);
        };
    }

    /** The value as it is stored; throws {@code RuleViolation}. */
    @Nullable
    String checked(PartnerId partner, Setting setting, @Nullable String written) {
        var value = written == null ? null : written.strip();
        if (value == null || value.isEmpty()) {
            if (setting == Setting.SIGNING_KEY && written == null) return null;
            throw new RuleViolation(field(setting), "error.field-missing");
        }
        return switch (setting) {
            case ENDPOINT -> endpoint(partner, value);
            case SIGNING_KEY -> SigningKey.parse(value).text();
            case CONTACT -> contact(value);
            case LANGUAGE -> language(value);
        };
    }

    void put(PartnerId partner, Setting setting, @Nullable String value) {
        switch (setting) {
            case ENDPOINT -> write("update webhook_endpoint set url = ? where partner_no = ?", value, partner);
            case SIGNING_KEY -> keys.become(partner, value == null ? null : SigningKey.parse(value));
            case CONTACT -> write("update partner set contact = ? where no = ?", value, partner);
            case LANGUAGE -> write("update partner set language = ? where no = ?", value, partner);
        }
    }

    private String endpoint(PartnerId partner, String value) {
        if (current(partner, Setting.ENDPOINT) == null) throw new NotFound("error.not-found");
        return urlRule.check("endpoint", WebhookTarget.parse(value, null).url()).toString();
    }

    private static String contact(String value) {
        try {
            return new EmailAddress(value).value();
        } catch (IllegalArgumentException e) {
            throw new RuleViolation("contact", "error.field-malformed");
        }
    }

    private static String language(String value) {
        if (!LANGUAGES.contains(value)) throw new RuleViolation("language", "error.field-malformed");
        return value;
    }

    private static String field(Setting setting) {
        return switch (setting) {
            case ENDPOINT -> "endpoint";
            case SIGNING_KEY -> "signing_key";
            case CONTACT -> "contact";
            case LANGUAGE -> "language";
        };
    }

    private @Nullable String one(String sql, PartnerId partner) {
        return jdbc.sql(sql)
                .param(partner.value())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(value -> value)
                .orElse(null);
    }

    private void write(String sql, @Nullable String value, PartnerId partner) {
        jdbc.sql(sql).params(Arrays.asList(value, partner.value())).update();
    }
}
