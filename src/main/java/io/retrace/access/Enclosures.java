package io.retrace.access;

import io.retrace.evidence.IssuedReceipt;
import io.retrace.evidence.ReceiptFile;
import io.retrace.evidence.Receipts;
import io.retrace.evidence.verify.OfflineVerifier;
import io.retrace.obligations.CompanyProgress;
import io.retrace.obligations.ObligationId;
import io.retrace.shared.words.Phrasebook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The person’s receipts and what checks them, to be kept with the copy: on paper, for programs, and without us. */
@Component
class Enclosures {

    static final String VERIFIER = EnclosedReceipt.FOLDER + OfflineVerifier.FILE_NAME;

    private final ObjectProvider<Receipts> receipts;
    private final ObjectProvider<ReceiptPrinter> printers;

    Enclosures(ObjectProvider<Receipts> receipts, ObjectProvider<ReceiptPrinter> printers) {
        this.receipts = receipts;
        this.printers = printers;
    }

    /** Of these requests; the newest of each that has its proof, the whole request first, then company by company. */
    List<EnclosedReceipt> of(List<RequestStory> requests) {
        var enclosed = new ArrayList<EnclosedReceipt>();
        receipts.ifAvailable(known -> requests.forEach(story -> enclosed.addAll(of(story, known))));
        return enclosed;
    }

    void write(PackageZip zip, List<EnclosedReceipt> enclosed, Phrasebook words) throws IOException {
        if (enclosed.isEmpty()) return;
        for (var receipt : enclosed) {
            var file = file(receipts.getObject(), receipt);
            zip.bytes(receipt.json(), out -> out.write(file.bytes()));
            var paper = printers.getObject().print(file, words);
            zip.bytes(receipt.pdf(), out -> out.write(paper));
        }
        zip.bytes(VERIFIER, out -> out.write(OfflineVerifier.page()));
    }

    private static List<EnclosedReceipt> of(RequestStory story, Receipts known) {
        var enclosed = new ArrayList<EnclosedReceipt>();
        var seen = new HashSet<@Nullable ObligationId>();
        for (var issued : known.ofRequest(story.request().id())) { // newest version first
            if (!issued.provable() || !seen.add(issued.obligation())) continue;
            known.fileOf(issued.id())
                    .ifPresent(file -> enclosed.add(
                            new EnclosedReceipt(issued.id(), story.request(), company(story, issued), file.name())));
        }
        return enclosed;
    }

    private static @Nullable String company(RequestStory story, IssuedReceipt issued) {
        if (issued.obligation() == null) return null;
        return story.companies().stream()
                .filter(company -> company.obligation().equals(issued.obligation()))
                .map(CompanyProgress::company)
                .map(company -> company.name())
                .findFirst()
                .orElse(null);
    }

    private static ReceiptFile file(Receipts known, EnclosedReceipt receipt) {
        return known.fileOf(receipt.id())
                .orElseThrow(() -> new IllegalStateException("receipt " + receipt.id() + " has lost its proof"));
    }
}
