package io.retrace.access;

import io.retrace.ledger.CompanyHolding;
import io.retrace.ledger.Disclosed;
import io.retrace.ledger.ListedPhoto;
import io.retrace.obligations.CompanyProgress;
import io.retrace.partners.Partner;
import io.retrace.partners.Purpose;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that open in any spreadsheet. */
record Tables(Snapshot snapshot) {

    void list(PackageZip zip, Stream<ListedPhoto> photos) throws IOException {
        zip.text("photos.csv", out -> photos(out, photos));
    }

    void write(PackageZip zip, Supplier<PhotoStories> stories) throws IOException {
        try (var photos = stories.get()) {
            zip.text("disclosures.csv", out -> disclosures(out, photos));
        }
        zip.text("recipients.csv", this::recipients);
        zip.text("messages.csv", this::messages);
    }

    private void photos(Writer out, Stream<ListedPhoto> photos) throws IOException {
        var csv =
                new Csv(out, "photo", "uploaded_at", "file", "name_at_the_app", "sha256_of_the_original", "companies");
        for (var photo : (Iterable<ListedPhoto>) photos::iterator) {
            csv.row(
                    photo.id(),
                    photo.uploadedAt(),
                    photo.preview() ? PhotoStory.file(photo.id(), photo.uploadedAt(), words()) : null,
                    photo.name(),
                    photo.sha256(),
                    photo.companies());
        }
    }

    private void disclosures(Writer out, PhotoStories photos) throws IOException {
        var csv = new Csv(
                out,
                "photo",
                "sent_at",
                "company",
                "legal_name",
                "country",
                "role",
                "purpose",
                "purpose_in_words",
                "trained_models",
                "recognises_faces",
                "legal_basis",
                "legal_basis_in_words",
                "source",
                "reported_at",
                "still_held",
                "still_held_in_words");
        while (photos.hasNext()) {
            var story = photos.next();
            for (var sent : story.photo().disclosures()) disclosure(csv, story, sent);
        }
    }

    private void disclosure(Csv csv, PhotoStory story, Disclosed sent) throws IOException {
        var to = sent.to();
        var held = story.held(sent);
        csv.row(
                story.photo().id(),
                sent.at(),
                to.name(),
                to.legalName(),
                to.country(),
                lower(to.role()),
                sent.purpose().code(),
                Plain.purpose(sent.purpose(), words()),
                sent.purpose().trainsModels(),
                sent.purpose().facial(),
                sent.basis().code(),
                Plain.basis(sent.basis(), words()),
                Plain.source(sent, words()),
                sent.reportedAt(),
                held.code(),
                held.text());
    }

    /** Who exactly, not only which kinds (CJEU C-154/21); whom a company told it passed photos on to stands there too. */
    private void recipients(Writer out) throws IOException {
        var csv = new Csv(
                out,
                "company",
                "legal_name",
                "country",
                "role",
                "contact",
                "photos",
                "first_sent_at",
                "last_sent_at",
                "purposes",
                "named_by");
        for (var holding : snapshot.companies()) recipient(csv, holding);
        for (var story : snapshot.requests()) {
            for (var company : story.companies()) onward(csv, company);
        }
    }

    private void recipient(Csv csv, CompanyHolding holding) throws IOException {
        var company = holding.company();
        csv.row(
                company.name(),
                company.legalName(),
                company.country(),
                lower(company.role()),
                company.contact().value(),
                holding.photos(),
                holding.first(),
                holding.last(),
                holding.purposes().stream().map(Purpose::code).sorted().collect(Collectors.joining(" ")),
                words().say("package.source.app"));
    }

    private static void onward(Csv csv, CompanyProgress company) throws IOException {
        var named = new LinkedHashSet<String>();
        company.passedOn().forEach(one -> named.add(one.name()));
        var answer = company.attestation();
        if (answer != null) answer.form().onward().forEach(told -> named.add(told.name()));
        named.remove("");
        for (var name : named) {
            csv.row(
                    name,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    company.company().name());
        }
    }

    private void messages(Writer out) throws IOException {
        var csv = new Csv(out, "at", "request", "kind", "subject", "text", "what_became_of_it");
        for (var mail : snapshot.mails()) {
            var reference = snapshot.reference(mail.request());
            csv.row(
                    mail.at(),
                    reference,
                    "mail",
                    Plain.subject(mail, reference, words()),
                    Plain.mail(mail, reference, words()),
                    words().say("package.mail." + mail.fate()));
        }
        for (var story : snapshot.requests()) {
            for (var entry : story.timeline()) {
                csv.row(entry.at(), story.request().reference(), "event", null, Plain.event(entry, words()), null);
            }
        }
    }

    private Phrasebook words() {
        return snapshot.words();
    }

    private static String lower(Partner.PartnerRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
