package io.retrace.embedded.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each demo company says about the items it was asked for: one attestation body of the public API. */
final class CompanyAnswer {

    private static final String ANTI_FRAUD_DUTY =
            "Directive (EU) 2015/849 Art. 40(1)(a): records of identity checks are kept for five years";

    /** No company of ours: what became of it is known from Lumen Vision alone. */
    private static final String RECIPIENT = "Fjordline Benchmarks";

    private CompanyAnswer() {}

    /** What Lumen Vision hears a little later from the one to whom it passed the photos on. */
    static Map<String, Object> onward() {
        return Map.of(
                "recipient",
                RECIPIENT,
                "purpose",
                "Measuring how well faces are found",
                "answered_on",
                today().toString(),
                "outcome",
                "erased");
    }

    static Map<String, Object> of(DemoCompany company, String obligation, List<String> items) {
        return switch (company) {
            case LUMEN_VISION -> lumen(obligation);
            case CLEARWATER_SAFETY -> clearwater(obligation);
            case PALISADE_ID -> palisade(obligation, items);
            case NORTHLIGHT_RESEARCH -> northlight(obligation);
        };
    }

    private static Map<String, Object> lumen(String obligation) {
        var form = form(obligation, "erased", "erased", "erased", "erased", "Dana Ortiz", "Data Protection Lead");
        form.put("method", "destroy");
        form.put("live_erased_on", today().toString());
        form.put("backups_until", today().plusDays(30).toString());
        form.put("onward", List.of(Map.of("name", RECIPIENT, "told_on", today().toString())));
        return form;
    }

    private static Map<String, Object> clearwater(String obligation) {
        var form = form(obligation, "erased", "never_held", "erased", "never_held", "Ines Ferreira", "Privacy Counsel");
        form.put("method", "erase");
        form.put("live_erased_on", today().toString());
        return form;
    }

    /** Keeps every third item, at least one, as the law demands of identity checks; the rest is gone. */
    private static Map<String, Object> palisade(String obligation, List<String> items) {
        var general = items.size() == 1 ? "kept" : "erased";
        var form = form(obligation, general, "erased", "erased", "never_held", "Pia Lindqvist", "Compliance Officer");
        form.put("method", "erase");
        form.put("live_erased_on", today().toString());
        form.put("kept", Map.of("duty", ANTI_FRAUD_DUTY, "until", "2029-06-30"));
        if (items.size() > 1) {
            var kept = items.stream().limit(Math.max(1, items.size() / 3));
            form.put(
                    "exceptions",
                    kept.map(item -> Map.of("item", item, "outcome", "kept")).toList());
        }
        return form;
    }

    private static Map<String, Object> northlight(String obligation) {
        return form(obligation, "never_held", "never_held", "never_held", "never_held", "Tomasz Reed", "Registrar");
    }

    private static Map<String, Object> form(
            String obligation, String photos, String faces, String derived, String models, String name, String title) {
        var form = new LinkedHashMap<String, Object>();
        form.put("answer_id", "first-" + obligation);
        form.put(
                "subjects",
                Map.of("photos", photos, "face_templates", faces, "derived_data", derived, "models", models));
        form.put("declarant", Map.of("name", name, "title", title, "perjury", true));
        return form;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
