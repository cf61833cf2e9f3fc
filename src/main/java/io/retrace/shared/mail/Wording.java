package io.retrace.shared.mail;

import io.retrace.shared.LatestCheckpoint;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Sentences of a letter, from the same bundles as the screens; a missing one is a fault, never an empty line. */
final class Wording {

    /** What every letter says: in words of its own where it has some, else in its audience’s. */
    static final List<String> PARTS = List.of("headline", "text", "subject", "action", "copy", "human", "why");

    private final MessageSource bundle;

    Wording(MessageSource bundle) {
        this.bundle = bundle;
    }

    String of(Letter letter, String part) {
        var arguments = letter.arguments().stream()
                .map(argument -> argument instanceof LocalDate date ? day(date, letter) : argument)
                .toArray();
        var audience = "mail." + letter.audience() + ".";
        var own = bundle.getMessage(audience + letter.occasion() + "." + part, arguments, null, language(letter));
        return own != null ? own : bundle.getMessage(audience + part, arguments, language(letter));
    }

    /** How far the log had grown, for whoever keeps the mail. */
    String checkpoint(Letter letter, LatestCheckpoint.Head head) {
        return bundle.getMessage("mail.checkpoint", new Object[] {head.size(), head.root()}, language(letter));
    }

    static Locale language(Letter letter) {
        return letter.locale().getLanguage().equals("de") ? Locale.GERMAN : Locale.ENGLISH;
    }

    private static String day(LocalDate date, Letter letter) {
        var locale = language(letter).equals(Locale.GERMAN) ? Locale.GERMANY : Locale.UK;
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }
}
