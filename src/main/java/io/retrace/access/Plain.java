package io.retrace.access;

import io.retrace.ledger.Disclosed;
import io.retrace.partners.LegalBasis;
import io.retrace.partners.Partner;
import io.retrace.partners.Purpose;
import io.retrace.requests.TimelineEntry;
import io.retrace.shared.words.Phrasebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;

/** What stands in the ledger by code, in plain words; the same words as on the pages. */
final class Plain {

    private Plain() {}

    /** The code as registered where nobody has put it in words yet. */
    static String purpose(Purpose purpose, Phrasebook words) {
        var key = "purpose." + purpose.code();
        return words.knows(key) ? words.say(key) : purpose.code();
    }

    static String purposes(Collection<Purpose> purposes, Phrasebook words) {
        return words.list(
                purposes.stream().map(purpose -> purpose(purpose, words)).toList());
    }

    static String basis(LegalBasis basis, Phrasebook words) {
        return words.say("basis." + basis.code());
    }

    static String role(Partner company, Phrasebook words) {
        return words.say("company.role." + company.role().name().toLowerCase(Locale.ROOT));
    }

    /** Where a company has a photo from. */
    static String source(Disclosed sent, Phrasebook words) {
        var via = sent.via();
        return via == null ? words.say("package.source.app") : words.say("package.source.company", via.name());
    }

    static String subject(SentMail mail, String reference, Phrasebook words) {
        return words.say("mail." + mail.audience() + ".subject", reference);
    }

    static String mail(SentMail mail, String reference, Phrasebook words) {
        var key = "mail." + mail.audience() + "." + mail.occasion();
        return words.say(key + ".headline", reference) + ". " + words.say(key + ".text", reference);
    }

    static String event(TimelineEntry entry, Phrasebook words) {
        var arguments = entry.arguments().stream()
                .map(argument -> inWords(argument, words))
                .toArray();
        return words.say("timeline." + entry.key(), arguments);
    }

    private static Object inWords(Object argument, Phrasebook words) {
        return switch (argument) {
            case Instant at -> words.date(at);
            case LocalDate date -> words.date(date);
            default -> argument;
        };
    }
}
