package io.retrace.evidence;

import io.retrace.obligations.Attestation;
import io.retrace.obligations.AttestationForm;
import io.retrace.obligations.CompanyRecord;
import io.retrace.obligations.CompanyRecord.Copied;
import io.retrace.obligations.CompanyRecord.Declared;
import io.retrace.obligations.CopyForm;
import io.retrace.obligations.SignatureBlock;
import io.retrace.partners.PartnerDirectory;
import io.retrace.requests.RequestKind;
import io.retrace.requests.SubjectRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a receipt says: which right under which law, when, and of every company what it answered, word for word. It names
 * companies and those who declared for them, and never the person (GDPR Art. 17, 19).
 */
@Component
class ReceiptContent {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DECLARED =
            "I declare that the foregoing is true and complete to the best of my knowledge.";
    /** 28 U.S.C. § 1746(1), for declarations made anywhere. */
    private static final String SWORN =
            "I declare under penalty of perjury under the laws of the United States of America that the foregoing is true"
                    + " and correct.";

    private final PartnerDirectory partners;

    ReceiptContent(PartnerDirectory partners) {
        this.partners = partners;
    }

    /** Of one company: its answer stands alone, whatever becomes of the request. */
    Map<String, Object> ofCompany(SubjectRequest request, CompanyRecord company) {
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", "company");
        content.put("request", asked(request));
        content.put("companies", List.of(company(company, true)));
        return content;
    }

    /** Of the whole request, with every recipient by name (GDPR Art. 19, second sentence). */
    Map<String, Object> ofRequest(SubjectRequest request, List<CompanyRecord> companies) {
        var ordered = companies.stream()
                .sorted(Comparator.comparing((CompanyRecord one) ->
                                partners.partner(one.company()).name())
                        .thenComparing(one -> one.obligation().value()))
                .toList();
        var asked = asked(request);
        asked.put("status", request.status().word());
        put(asked, "closed_at", request.closedAt());
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", "request");
        content.put("request", asked);
        content.put(
                "companies", ordered.stream().map(one -> company(one, false)).toList());
        if (request.kind() == RequestKind.ERASURE) {
            content.put("recipients", ordered.stream().map(this::recipient).toList());
        }
        return content;
    }

    /** The same with each answer’s proof beside it. */
    @SuppressWarnings("unchecked") // as company(…) makes them
    static Map<String, Object> proved(Map<String, Object> content, Map<String, Map<String, Object>> proofs) {
        var proved = new LinkedHashMap<>(content);
        proved.computeIfPresent(
                "companies",
                (key, companies) -> ((List<Map<String, Object>>) companies)
                        .stream()
                                .map(company -> {
                                    var evidence = proofs.get(String.valueOf(company.get("obligation")));
                                    if (evidence == null) return company;
                                    var with = new LinkedHashMap<>(company);
                                    with.put("evidence", evidence);
                                    return with;
                                })
                                .toList());
        return proved;
    }

    private static Map<String, Object> asked(SubjectRequest request) {
        var deadline = new LinkedHashMap<String, Object>();
        deadline.put("due", request.deadline().due().toString());
        deadline.put("article", request.deadline().article());
        deadline.put("rule", request.deadline().rule());
        deadline.put("starts", request.deadline().start().toString());
        var regime = new LinkedHashMap<String, Object>();
        regime.put("law", "Regulation (EU) 2016/679 (GDPR)");
        regime.put("articles", articles(request.kind()));
        var asked = new LinkedHashMap<String, Object>();
        asked.put("reference", request.reference().value());
        asked.put("right", request.kind().key());
        asked.put("regime", regime);
        asked.put("received_at", request.receivedAt().toString());
        put(asked, "sent_at", request.releasedAt());
        asked.put("deadline", deadline);
        asked.put("scope", request.scope());
        asked.put("photos", request.photos());
        asked.put("companies", request.companies());
        return asked;
    }

    private Map<String, Object> company(CompanyRecord company, boolean everyItem) {
        var said = name(company);
        said.put("reference", company.reference().value());
        said.put("obligation", company.obligation().value().toString());
        said.put("word", company.word().key());
        said.put("items", items(company.items(), everyItem));
        put(said, "asked_at", company.instants().askedAt());
        said.put("times_asked", company.timesAsked());
        put(said, "acknowledged_at", company.instants().acknowledgedAt());
        put(said, "answered_at", company.instants().answeredAt());
        if (!company.answers().isEmpty()) {
            var answer = company.answers().getLast();
            switch (answer.said()) {
                case Declared declared -> {
                    declared(said, answer, declared.attestation());
                    signature(said, company.signature(), true);
                }
                case Copied copied -> {
                    copied(said, answer, copied.answer().form());
                    signature(said, company.signature(), false);
                }
            }
        }
        var followUp = company.followUp();
        if (followUp != null) {
            said.put(
                    "follow_up",
                    Map.of(
                            "duty_ends", followUp.dutyEnds().toString(),
                            "asked_on", followUp.askedOn().toString(),
                            "due_by", followUp.dueBy().toString()));
        }
        return said;
    }

    /**
     * Whoever has an Ed25519 at hand checks it: key, signed text, value. Of a copy the digest of the signed text, for the same
     * reason as its answer: who holds the text can still check it.
     */
    private static void signature(Map<String, Object> said, @Nullable SignatureBlock block, boolean wordForWord) {
        if (block == null) return;
        var signature = new LinkedHashMap<String, Object>();
        signature.put("by", block.signer());
        signature.put("scheme", block.scheme().key());
        signature.put("algorithm", "Ed25519");
        signature.put("key", block.key().text());
        var signed = block.signed();
        if (wordForWord && signed != null) signature.put("signed", new String(signed, StandardCharsets.UTF_8));
        else signature.put("signed_sha256", block.digest().toString());
        signature.put("value", Base64.getEncoder().encodeToString(block.signature()));
        said.put("signature", signature);
    }

    /** The attestation word for word, and what its declarant put their name to. */
    private static void declared(Map<String, Object> said, CompanyRecord.Answer answer, Attestation attestation) {
        var form = attestation.form();
        said.put("attestation", JSON.readTree(answer.canonical()));
        said.put("attestation_version", attestation.version());
        said.put("attestation_sha256", answer.digest().toString());
        said.put("erased_items", attestation.erasedItems());
        said.put("kept_items", attestation.keptItems());
        if (form.method() != null) said.put("method_iri", iri(form.method()));
        said.put("declaration", form.declarant().perjury() ? SWORN : DECLARED);
    }

    /**
     * Of a copy: what was said, and how much came. Not word for word, because its files are named by their SHA-256, and a
     * file may well be the photo itself.
     */
    private static void copied(Map<String, Object> said, CompanyRecord.Answer answer, CopyForm form) {
        var copy = new LinkedHashMap<String, Object>();
        copy.put("said", form.said().name().toLowerCase(Locale.ROOT));
        copy.put("files", form.files().size());
        var withheld = form.withheld();
        if (withheld != null) copy.put("withheld", Map.of("law", withheld.law(), "reason", withheld.reason()));
        copy.put(
                "declarant",
                Map.of(
                        "name",
                        form.declarant().name(),
                        "title",
                        form.declarant().title()));
        if (form.amends() != null) copy.put("amends", form.amends());
        said.put("copy", copy);
        said.put("copy_version", answer.said().version());
        said.put("copy_sha256", answer.digest().toString());
    }

    /** Whether its answer in force is an attestation: then it stands in the receipt word for word, with its proof. */
    static boolean attested(CompanyRecord company) {
        return !company.answers().isEmpty() && company.answers().getLast().said() instanceof Declared;
    }

    private static List<String> articles(RequestKind kind) {
        return switch (kind) {
            case ERASURE -> List.of("Art. 17", "Art. 19");
            case ACCESS -> List.of("Art. 15");
        };
    }

    /** The Data Privacy Vocabulary’s word for the method. */
    private static String iri(AttestationForm.Method method) {
        return switch (method) {
            case ERASE -> "https://w3id.org/dpv#Erase";
            case DESTROY -> "https://w3id.org/dpv#Destruct";
            case ANONYMISE -> "https://w3id.org/dpv#Anonymise";
        };
    }

    private static Map<String, Object> items(CompanyRecord.Items items, boolean everyItem) {
        var said = new LinkedHashMap<String, Object>();
        said.put("count", items.count());
        said.put("references_sha256", items.digest().toString());
        if (everyItem && !items.references().isEmpty()) {
            said.put(
                    "references",
                    items.references().stream()
                            .map(ref -> ref.value().toString())
                            .toList());
        }
        return said;
    }

    private Map<String, Object> recipient(CompanyRecord company) {
        var told = name(company);
        put(told, "told_at", company.instants().askedAt());
        var onward = new ArrayList<Map<String, Object>>();
        if (!company.answers().isEmpty() && company.answers().getLast().said() instanceof Declared declared) {
            for (var other : declared.attestation().form().onward()) {
                var one = new LinkedHashMap<String, Object>();
                one.put("name", other.name());
                if (other.toldOn() != null) one.put("told_on", other.toldOn().toString());
                if (other.answeredOn() != null)
                    one.put("answered_on", other.answeredOn().toString());
                onward.add(one);
            }
        }
        if (!onward.isEmpty()) told.put("onward", onward);
        return told;
    }

    private Map<String, Object> name(CompanyRecord company) {
        var partner = partners.partner(company.company());
        var name = new LinkedHashMap<String, Object>();
        name.put("name", partner.name());
        name.put("legal_name", partner.legalName());
        name.put("country", partner.country());
        name.put("role", partner.role().name().toLowerCase(Locale.ROOT));
        return name;
    }

    private static void put(Map<String, Object> said, String key, @Nullable Instant at) {
        if (at != null) said.put(key, at.toString());
    }
}
