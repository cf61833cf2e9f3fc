package io.retrace.access;

import io.retrace.access.PackageRows.Order;
import io.retrace.access.Packer.Written;
import io.retrace.access.PhotoStories.Asked;
import io.retrace.ledger.LedgerExport;
import io.retrace.ledger.ListedPhoto;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.ObligationId;
import io.retrace.obligations.ProgressExport;
import io.retrace.partners.Partner;
import io.retrace.requests.RequestExport;
import io.retrace.requests.RequestKind;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads everything at one moment (repeatable read) and writes the entries, the page that people open first. */
@Component
class PackageContent {

    private final LedgerExport ledger;
    private final RequestExport requests;
    private final ProgressExport progress;
    private final CompanyFiles files;
    private final Enclosures enclosures;
    private final ObjectProvider<SentMails> mails;
    private final TransactionTemplate oneMoment;

    PackageContent(
            LedgerExport ledger,
            RequestExport requests,
            ProgressExport progress,
            CompanyFiles files,
            Enclosures enclosures,
            ObjectProvider<SentMails> mails,
            PlatformTransactionManager transactions) {
        this.ledger = ledger;
        this.requests = requests;
        this.progress = progress;
        this.files = files;
        this.enclosures = enclosures;
        this.mails = mails;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Written write(Order order, Phrasebook words, Instant at, OutputStream out) throws IOException {
        try {
            return Objects.requireNonNull(oneMoment.execute(_ -> writeNow(order, words, at, out)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Written writeNow(Order order, Phrasebook words, Instant at, OutputStream out) {
        var snapshot = snapshot(order, words, at);
        var asked = asked(snapshot);
        Supplier<PhotoStories> stories =
                () -> new PhotoStories(ledger.photos(order.subject()), progress.items(order.subject()), asked, words);
        try {
            var zip = new PackageZip(out, at);
            var gallery = new Gallery(snapshot);
            try (var photos = stories.get()) {
                zip.text("index.html", page -> new IndexPage(snapshot, gallery).write(page, photos));
            }
            try (var photos = stories.get()) {
                gallery.writePages(zip, photos);
            }
            try (var photos = ledger.list(order.subject())) {
                new Tables(snapshot).list(zip, photos);
            }
            new Tables(snapshot).write(zip, stories);
            new Documents(snapshot).write(zip, stories);
            new Guide(snapshot, gallery).write(zip);
            enclosures.write(zip, snapshot.receipts(), words);
            writeCompanyFiles(zip, snapshot);
            int disclosures = writePictures(zip, snapshot);
            return new Written(
                    zip.finish(),
                    snapshot.overview().photos(),
                    disclosures,
                    snapshot.own().companies().size(),
                    snapshot.own().answered());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how many disclosures all of them had. */
    private int writePictures(PackageZip zip, Snapshot snapshot) throws IOException {
        int disclosures = 0;
        try (var photos = ledger.list(snapshot.subject())) {
            for (var photo : (Iterable<ListedPhoto>) photos::iterator) {
                disclosures += photo.disclosures();
                var picture = photo.preview() ? ledger.picture(photo.id()).orElse(null) : null;
                if (picture == null) continue;
                zip.picture(PhotoStory.file(photo.id(), photo.uploadedAt(), snapshot.words()), picture);
            }
        }
        return disclosures;
    }

    private void writeCompanyFiles(PackageZip zip, Snapshot snapshot) throws IOException {
        for (var sent : snapshot.files()) zip.bytes(sent.path(), out -> copy(sent.file(), out));
    }

    private void copy(CompanyFile file, OutputStream out) throws IOException {
        try (var in = files.open(file.id())) {
            in.transferTo(out);
        }
    }

    private static List<Partner> companies(RequestStory own) {
        return own.companies().stream().map(CompanyProgress::company).toList();
    }

    private Snapshot snapshot(Order order, Phrasebook words, Instant at) {
        var subject = order.subject();
        var all = requests.requests(subject).stream()
                .map(request -> RequestStory.of(request, requests, progress))
                .toList();
        var own = all.stream()
                .filter(story -> story.request().id().equals(order.request()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("package " + order.id() + " belongs to no request"));
        return new Snapshot(
                words,
                at,
                subject,
                own,
                ledger.overview(subject),
                ledger.companies(subject),
                ledger.photosByYear(subject, words.zone()),
                all,
                mails.stream().findFirst().map(told -> told.to(subject)).orElseGet(List::of),
                SentIn.of(files.of(order.request()), companies(own)),
                enclosures.of(all));
    }

    /** Companies that were asked to delete; who was asked for a copy has said nothing about what it holds on to. */
    private static Map<ObligationId, Asked> asked(Snapshot snapshot) {
        var asked = new HashMap<ObligationId, Asked>();
        for (var story : snapshot.requests()) {
            if (story.request().kind() != RequestKind.ERASURE) continue;
            for (var company : story.companies()) {
                asked.put(
                        company.obligation(),
                        new Asked(company.company().id(), new Held.Said(company, snapshot.words())));
            }
        }
        return asked;
    }
}
