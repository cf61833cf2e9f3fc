package io.retrace.delivery;

import io.retrace.partners.Partner;
import io.retrace.shared.mail.Letter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters to a company without an account: reference and day, and nothing else that a passer-by could read. */
final class LinkLetter {

    private static final Set<String> GERMAN = Set.of("AT", "CH", "DE", "LI");

    private LinkLetter() {}

    static Letter about(String id, Partner company, String occasion, List<Object> arguments, @Nullable URI link) {
        var locale = company.mailLanguage().orElse(GERMAN.contains(company.country()) ? Locale.GERMAN : Locale.ENGLISH);
        return new Letter(id, company.contact(), locale, "link", occasion, arguments, link);
    }
}
