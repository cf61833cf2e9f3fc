package io.retrace.shared.mail;

import io.retrace.shared.EmailAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, before it is put into words.
 *
 * @param id stable over repeated sends: becomes the {@code Message-ID} (RFC 5322 §3.6.4); 1–64 letters, digits, - and _
 * @param locale German if it says so, English otherwise
 * @param audience bundle key {@code mail.<audience>.}: subject, action and what else mails to them usually say
 * @param occasion bundle key {@code mail.<audience>.<occasion>.}: headline and text
 * @param arguments what the sentences may name: references, dates, counts; never a photo, a purpose or a person
 * @param link the one page to open, if there is one
 */
public record Letter(
        String id,
        EmailAddress to,
        Locale locale,
        String audience,
        String occasion,
        List<Object> arguments,
        @Nullable URI link) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Letter {
        if (!ID.matcher(id).matches()) throw new IllegalArgumentException("not an id of a letter");
        arguments = List.copyOf(arguments);
    }
}
