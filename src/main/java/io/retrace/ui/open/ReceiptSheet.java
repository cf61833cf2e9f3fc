package io.retrace.ui.open;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in the reader’s words, as page and paper show it: exactly what its statement says.
 *
 * @param language of the text
 * @param about the request’s reference
 * @param recipients everybody who had the photos, with whom they passed them on to (GDPR Art. 19)
 */
record ReceiptSheet(
        String language,
        String about,
        String title,
        String lead,
        List<Fact> request,
        List<Company> companies,
        List<String> recipients,
        List<Fact> proof) {

    /** A name and its value. */
    record Fact(String name, String value) {}

    /**
     * One company.
     *
     * @param tone class that gives its word the colour
     * @param subjects the four subjects, each with its answer; empty if it never answered
     * @param notice what follows later, or that it stayed silent
     */
    record Company(
            String name,
            String legal,
            String tone,
            String word,
            List<Fact> subjects,
            List<Fact> facts,
            @Nullable String notice) {}
}
