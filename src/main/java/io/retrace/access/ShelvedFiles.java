package io.retrace.access;

import io.retrace.obligations.CopyFiles;
import io.retrace.obligations.CopyForm.SentFile;
import io.retrace.obligations.CopyQuestions;
import io.retrace.obligations.ObligationId;
import io.retrace.requests.RequestId;
import io.retrace.shared.DomainException.NotFound;
import io.retrace.shared.ForModules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What lies on the shelf, for the modules on both sides. */
@Component
@ForModules
class ShelvedFiles implements CompanyFiles, CopyFiles {

    private final FileRows rows;
    private final FileStore store;
    private final ObjectProvider<CopyQuestions> questions;

    ShelvedFiles(FileRows rows, FileStore store, ObjectProvider<CopyQuestions> questions) {
        this.rows = rows;
        this.store = store;
        this.questions = questions;
    }

    @Override
    public List<SentFile> onHand(ObligationId obligation) {
        return rows.of(obligation).stream()
                .map(file -> new SentFile(file.givenId(), file.sha256()))
                .toList();
    }

    @Override
    public List<CompanyFile> of(RequestId request) {
        var sent = questions.getObject().sent(request);
        return rows.of(request).stream()
                .filter(file -> sent.getOrDefault(file.obligation(), Set.of()).contains(file.givenId()))
                .toList();
    }

    @Override
    public InputStream open(CompanyFileId id) {
        var file = rows.find(id).orElseThrow(() -> new NotFound("error.file.not-found"));
        try {
            return new SealedContent(store, rows.key(id), file.bytes()).from(0);
        } catch (IOException e) {
            throw new UncheckedIOException("stored file " + id + " cannot be opened", e);
        }
    }
}
