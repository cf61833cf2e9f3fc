package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.util.regex.Pattern;

/** What the platform says about a purpose; see {@link Purpose}. Throws {@code RuleViolation} with the name of the field. */
public record PurposeDetails(String code, boolean trainsModels, boolean facial, String iri) {

    private static final Pattern IRI = Pattern.compile("https?://[!-~&&[^<>\"{}|\\\\^`]]{1,290}");

    public PurposeDetails {
        Codes.check("code", code);
        if (!IRI.matcher(iri).matches()) throw new RuleViolation("iri", "error.field-malformed");
    }
}
