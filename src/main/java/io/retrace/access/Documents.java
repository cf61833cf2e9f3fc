package io.retrace.access;

import io.retrace.ledger.Disclosed;
import io.retrace.obligations.CompanyProgress;
import io.retrace.partners.Partner;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/** The same for machines, as JSON, with the schema that describes it. */
record Documents(Snapshot snapshot) {

    private static final List<String> SCHEMAS = List.of("disclosures", "messages", "manifest");

    void write(PackageZip zip, Supplier<PhotoStories> stories) throws IOException {
        try (var photos = stories.get()) {
            zip.json("disclosures.json", json -> disclosures(json, photos));
        }
        zip.json("messages.json", this::messages);
        for (var schema : SCHEMAS) {
            var file = schema + ".schema.json";
            zip.bytes("schema/" + file, out -> {
                try (var in = resource(file)) {
                    in.transferTo(out);
                }
            });
        }
    }

    private void disclosures(JsonGenerator json, PhotoStories photos) {
        json.writeStartObject();
        json.writeStringProperty("format", "retrace-disclosures/v1");
        json.writeStringProperty("as_of", snapshot.at().toString());
        json.writeStringProperty("language", words().locale().toLanguageTag());
        json.writeArrayPropertyStart("photos");
        while (photos.hasNext()) {
            json.writeRaw("\n");
            photo(json, photos.next());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void photo(JsonGenerator json, PhotoStory story) {
        var photo = story.photo();
        json.writeStartObject();
        json.writeStringProperty("photo", photo.id().toString());
        json.writeStringProperty("uploaded_at", photo.uploadedAt().toString());
        json.writeStringProperty("name_at_the_app", photo.name());
        json.writeStringProperty("sha256_of_the_original", photo.sha256().toString());
        json.writeName("file");
        var file = story.file();
        if (file == null) json.writeNull();
        else json.writeString(file);
        json.writeArrayPropertyStart("disclosures");
        for (var sent : photo.disclosures()) disclosure(json, story, sent);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void disclosure(JsonGenerator json, PhotoStory story, Disclosed sent) {
        json.writeStartObject();
        json.writeStringProperty("sent_at", sent.at().toString());
        json.writeName("recipient");
        company(json, sent.to());
        json.writeObjectPropertyStart("purpose");
        json.writeStringProperty("code", sent.purpose().code());
        json.writeStringProperty("in_words", Plain.purpose(sent.purpose(), words()));
        json.writeStringProperty("dpv", sent.purpose().iri());
        json.writeBooleanProperty("trained_models", sent.purpose().trainsModels());
        json.writeBooleanProperty("recognises_faces", sent.purpose().facial());
        json.writeEndObject();
        json.writeObjectPropertyStart("legal_basis");
        json.writeStringProperty("code", sent.basis().code());
        json.writeStringProperty("in_words", Plain.basis(sent.basis(), words()));
        json.writeEndObject();
        json.writeName("passed_on_by");
        var via = sent.via();
        if (via == null) json.writeNull();
        else company(json, via);
        json.writeStringProperty("reported_at", sent.reportedAt().toString());
        held(json, story.held(sent));
        json.writeEndObject();
    }

    private static void held(JsonGenerator json, Held held) {
        json.writeObjectPropertyStart("still_held");
        json.writeStringProperty("code", held.code());
        json.writeStringProperty("in_words", held.text());
        json.writeEndObject();
    }

    private static void company(JsonGenerator json, Partner company) {
        json.writeStartObject();
        json.writeStringProperty("id", company.slug());
        json.writeStringProperty("name", company.name());
        json.writeStringProperty("legal_name", company.legalName());
        json.writeStringProperty("country", company.country());
        json.writeStringProperty("role", company.role().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    private void messages(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("format", "retrace-messages/v1");
        json.writeStringProperty("as_of", snapshot.at().toString());
        json.writeStringProperty("language", words().locale().toLanguageTag());
        json.writeArrayPropertyStart("mails");
        for (var mail : snapshot.mails()) mail(json, mail);
        json.writeEndArray();
        json.writeArrayPropertyStart("requests");
        for (var story : snapshot.requests()) request(json, story);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void mail(JsonGenerator json, SentMail mail) {
        var reference = snapshot.reference(mail.request());
        json.writeStartObject();
        json.writeStringProperty("at", mail.at().toString());
        json.writeStringProperty("request", reference);
        json.writeStringProperty("subject", Plain.subject(mail, reference, words()));
        json.writeStringProperty("text", Plain.mail(mail, reference, words()));
        json.writeStringProperty("fate", mail.fate());
        json.writeEndObject();
    }

    private void request(JsonGenerator json, RequestStory story) {
        var request = story.request();
        json.writeStartObject();
        json.writeStringProperty("reference", request.reference().value());
        json.writeStringProperty("kind", request.kind().key());
        json.writeStringProperty("status", request.status().word());
        json.writeStringProperty("received_at", request.receivedAt().toString());
        json.writeStringProperty("due", request.deadline().due().toString());
        json.writeNumberProperty("photos", request.photos());
        json.writeArrayPropertyStart("companies");
        for (var company : story.companies()) company(json, company);
        json.writeEndArray();
        json.writeArrayPropertyStart("events");
        for (var entry : story.timeline()) {
            json.writeStartObject();
            json.writeStringProperty("at", entry.at().toString());
            json.writeStringProperty("by", entry.by().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("text", Plain.event(entry, words()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void company(JsonGenerator json, CompanyProgress company) {
        json.writeStartObject();
        json.writeStringProperty("company", company.company().slug());
        json.writeStringProperty("name", company.company().name());
        json.writeStringProperty("word", company.word().key());
        json.writeNumberProperty("photos", company.photos());
        json.writeNumberProperty("times_asked", company.timesAsked());
        json.writeName("answer");
        var answer = company.attestation();
        var copy = company.copy();
        if (answer != null) json.writePOJO(answer.form());
        else if (copy != null) json.writePOJO(copy.form());
        else json.writeNull();
        json.writeEndObject();
    }

    private Phrasebook words() {
        return snapshot.words();
    }

    private static InputStream resource(String file) {
        var in = Documents.class.getResourceAsStream("/access/" + file);
        if (in == null) throw new IllegalStateException("access/" + file + " is missing");
        return in;
    }
}
