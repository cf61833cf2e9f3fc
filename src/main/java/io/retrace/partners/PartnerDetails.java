package io.retrace.partners;

import io.retrace.partners.Partner.Channel;
import io.retrace.partners.Partner.PartnerRole;
import io.retrace.shared.DomainException.RuleViolation;
import io.retrace.shared.EmailAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the platform says about a company; see {@link Partner} for the meaning of each. Throws {@code RuleViolation} with
 * the name of the field.
 */
public record PartnerDetails(
        String name,
        String legalName,
        String country,
        PartnerRole role,
        EmailAddress contact,
        Channel channel,
        Duration answerWithin,
        @Nullable EmailAddress contractOwner) {

    private static final int NAME = 200;
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public PartnerDetails {
        name = line("name", name);
        legalName = line("legal_name", legalName);
        if (!COUNTRIES.contains(country)) throw new RuleViolation("country", "error.field-malformed");
        if (answerWithin.compareTo(Duration.ofSeconds(1)) < 0 || answerWithin.compareTo(LONGEST) > 0) {
            throw new RuleViolation("answer_within", "error.field-out-of-range");
        }
        answerWithin = answerWithin.withNanos(0);
    }

    /** Without a contract owner. */
    public PartnerDetails(
            String name,
            String legalName,
            String country,
            PartnerRole role,
            EmailAddress contact,
            Channel channel,
            Duration answerWithin) {
        this(name, legalName, country, role, contact, channel, answerWithin, null);
    }

    private static String line(String field, String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) throw new RuleViolation(field, "error.field-missing");
        if (stripped.length() > NAME) throw new RuleViolation(field, "error.field-too-long");
        if (stripped.codePoints().anyMatch(PartnerDetails::unprintable)) {
            throw new RuleViolation(field, "error.field-malformed");
        }
        return stripped;
    }

    /** Control characters, and the marks that turn the direction of text and so disguise a name. */
    private static boolean unprintable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE;
    }
}
