package io.retrace.ui.open;

import io.retrace.evidence.ReceiptFile;
import io.retrace.obligations.CompanyWord;
import io.retrace.shared.words.Phrasebook;
import io.retrace.ui.component.CompanyTag;
import io.retrace.ui.open.ReceiptSheet.Company;
import io.retrace.ui.open.ReceiptSheet.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts a receipt’s statement into words; adds nothing to it and leaves nothing out that a person could want to know. */
final class ReceiptReader {

    private static final List<String> SUBJECTS = List.of("photos", "face_templates", "derived_data", "models");

    /** What {@code regime.law} says where that is the law (docs/receipt-format.md). */
    private static final String GDPR = "Regulation (EU) 2016/679 (GDPR)";

    private final Phrasebook words;

    ReceiptReader(Phrasebook words) {
        this.words = words;
    }

    ReceiptSheet read(ReceiptFile file) {
        var said = file.statement();
        var request = said.path("request");
        var about = request.path("reference").asString();
        var ofCompany = said.path("kind").asString().equals("company");
        var name = said.at("/companies/0/name").asString("");
        return new ReceiptSheet(
                words.locale().getLanguage(),
                about,
                ofCompany ? words.say("receipt.title.company", name) : words.say("receipt.title.request", about),
                ofCompany ? words.say("receipt.lead.company", name) : words.say("receipt.lead.request"),
                request(said, request),
                said.path("companies").valueStream().map(this::company).toList(),
                said.path("recipients").valueStream().map(this::recipient).toList(),
                proof(said.path("receipt"), file));
    }

    private List<Fact> request(JsonNode said, JsonNode request) {
        var facts = new ArrayList<Fact>();
        fact(facts, "receipt.reference", request.path("reference").asString());
        fact(
                facts,
                "receipt.right",
                words.say("receipt.right." + request.path("right").asString("erasure")));
        fact(facts, "receipt.regime", regime(request.path("regime")));
        at(facts, "receipt.received", request.path("received_at"));
        at(facts, "receipt.sent", request.path("sent_at"));
        day(facts, "receipt.due", request.at("/deadline/due"));
        if (request.has("status"))
            fact(
                    facts,
                    "receipt.status",
                    words.say("request.word." + request.path("status").asString()));
        at(facts, "receipt.closed", request.path("closed_at"));
        fact(facts, "receipt.photos", words.number(photos(said, request)));
        return facts;
    }

    private static int photos(JsonNode said, JsonNode request) {
        return said.path("kind").asString().equals("company")
                ? said.at("/companies/0/items/count").asInt()
                : request.path("photos").asInt();
    }

    private String regime(JsonNode regime) {
        var law = regime.path("law").asString();
        var articles =
                regime.path("articles").valueStream().map(JsonNode::asString).toList();
        return (law.equals(GDPR) ? words.say("receipt.law.gdpr") : law) + ", " + String.join(", ", articles);
    }

    private Company company(JsonNode company) {
        var word = word(company.path("word").asString());
        var attestation = company.path("attestation");
        return new Company(
                company.path("name").asString(),
                words.say(
                        "receipt.legal",
                        company.path("legal_name").asString(),
                        words.country(company.path("country").asString())),
                CompanyTag.tone(word),
                words.say("company.word." + word.key()),
                attestation.isObject() ? subjects(attestation) : List.of(),
                facts(company, attestation),
                notice(company, word));
    }

    private List<Fact> subjects(JsonNode attestation) {
        return SUBJECTS.stream()
                .map(subject -> new Fact(
                        words.say("answer.subject." + key(subject)),
                        words.say("answer.outcome."
                                + key(attestation.path("subjects").path(subject).asString()))))
                .toList();
    }

    private List<Fact> facts(JsonNode company, JsonNode attestation) {
        var facts = new ArrayList<Fact>();
        fact(
                facts,
                "receipt.items",
                words.say(
                        "receipt.items.count",
                        company.at("/items/count").asInt(),
                        company.path("reference").asString()));
        at(facts, "receipt.asked", company.path("asked_at"));
        at(facts, "receipt.answered", company.path("answered_at"));
        if (company.has("copy")) {
            copy(facts, company.path("copy"));
            signature(facts, company);
        }
        if (!attestation.isObject()) return facts;
        if (attestation.has("method"))
            fact(
                    facts,
                    "answer.method",
                    words.say("answer.method." + attestation.path("method").asString()));
        day(facts, "answer.live-erased", attestation.path("live_erased_on"));
        if (attestation.has("method") && !attestation.has("backups_until"))
            fact(facts, "answer.backups-until", words.say("receipt.backups.none"));
        day(facts, "answer.backups-until", attestation.path("backups_until"));
        text(facts, "answer.duty", attestation.at("/kept/duty"));
        day(facts, "answer.duty-until", attestation.at("/kept/until"));
        text(facts, "answer.reason", attestation.at("/infeasible/reason"));
        text(facts, "answer.officer", attestation.at("/infeasible/officer"));
        attestation.path("onward").valueStream().forEach(other -> fact(facts, "answer.onward", onward(other)));
        text(facts, "receipt.amends", attestation.path("amends"));
        var declarant = attestation.path("declarant");
        fact(
                facts,
                "answer.declarant",
                declarant.path("name").asString() + ", "
                        + declarant.path("title").asString());
        text(facts, "answer.perjury", company.path("declaration"));
        signature(facts, company);
        return facts;
    }

    private void copy(List<Fact> facts, JsonNode copy) {
        fact(
                facts,
                "receipt.copy",
                words.say("receipt.copy." + key(copy.path("said").asString())));
        fact(facts, "receipt.copy.files", words.number(copy.path("files").asInt()));
        text(facts, "receipt.copy.law", copy.at("/withheld/law"));
        text(facts, "answer.reason", copy.at("/withheld/reason"));
        text(facts, "receipt.amends", copy.path("amends"));
        var declarant = copy.path("declarant");
        fact(
                facts,
                "answer.declarant",
                declarant.path("name").asString() + ", "
                        + declarant.path("title").asString());
    }

    private void signature(List<Fact> facts, JsonNode company) {
        if (company.has("signature"))
            fact(
                    facts,
                    "receipt.signature",
                    words.say("receipt.signature." + company.at("/signature/by").asString()));
    }

    private @Nullable String notice(JsonNode company, CompanyWord word) {
        var followUp = company.path("follow_up");
        if (followUp.isObject()) {
            return words.say(
                    "receipt.follow-up",
                    words.date(LocalDate.parse(followUp.path("asked_on").asString())),
                    words.date(LocalDate.parse(followUp.path("due_by").asString())));
        }
        return word.answered()
                ? null
                : words.say("receipt.silent", company.path("times_asked").asInt());
    }

    private String recipient(JsonNode recipient) {
        var name = words.say(
                "receipt.legal",
                recipient.path("name").asString() + " ("
                        + recipient.path("legal_name").asString() + ")",
                words.country(recipient.path("country").asString()));
        var onward = recipient
                .path("onward")
                .valueStream()
                .map(other -> other.path("name").asString())
                .toList();
        return onward.isEmpty() ? name : words.say("receipt.recipient.onward", name, words.list(onward));
    }

    private String onward(JsonNode other) {
        var name = other.path("name").asString();
        if (!other.has("told_on")) return words.say("answer.onward.untold", name);
        var told = words.date(LocalDate.parse(other.path("told_on").asString()));
        return other.has("answered_on")
                ? words.say(
                        "answer.onward.answered",
                        name,
                        told,
                        words.date(LocalDate.parse(other.path("answered_on").asString())))
                : words.say("answer.onward.told", name, told);
    }

    private List<Fact> proof(JsonNode receipt, ReceiptFile file) {
        var facts = new ArrayList<Fact>();
        fact(facts, "receipt.id", receipt.path("id").asString());
        fact(facts, "receipt.version", Integer.toString(receipt.path("version").asInt()));
        at(facts, "receipt.issued", receipt.path("issued_at"));
        fact(facts, "receipt.log", receipt.path("issuer").asString());
        fact(facts, "receipt.fingerprint", file.fingerprint());
        return facts;
    }

    private void fact(List<Fact> facts, String key, String value) {
        facts.add(new Fact(words.say(key), value));
    }

    private void text(List<Fact> facts, String key, JsonNode value) {
        if (value.isString()) fact(facts, key, value.asString());
    }

    private void day(List<Fact> facts, String key, JsonNode value) {
        if (value.isString()) fact(facts, key, words.date(LocalDate.parse(value.asString())));
    }

    private void at(List<Fact> facts, String key, JsonNode value) {
        if (value.isString()) fact(facts, key, words.moment(Instant.parse(value.asString())));
    }

    private static CompanyWord word(String key) {
        return Arrays.stream(CompanyWord.values())
                .filter(word -> word.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String key(String wire) {
        return wire.replace('_', '-');
    }
}
