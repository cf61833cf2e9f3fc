package io.retrace.obligations;

import io.retrace.obligations.AttestationForm.Outcome;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a company says about one to whom it passed items on (GDPR Art. 19, CCPA §7022(c)); checked by {@link OnwardRules}.
 * What is {@code null} is not said, and stays as it was said before.
 *
 * @param recipient its name (≤ 200 characters), by which it is known again
 * @param domain the domain under which it can be found, such as {@code harbour.example}
 * @param purpose what it got them for (≤ 200 characters)
 * @param toldOn when it was told to erase them
 * @param answeredOn when it answered
 * @param outcome what it answered, as the naming company reports it
 * @param amends why something else was said before (≤ 500 characters)
 */
public record OnwardForm(
        String recipient,
        @Nullable String domain,
        @Nullable String purpose,
        @Nullable LocalDate toldOn,
        @Nullable LocalDate answeredOn,
        @Nullable Outcome outcome,
        @Nullable String amends) {

    /** The same recipient has the same key, however it is spaced and capitalised. */
    String key() {
        return recipient.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
