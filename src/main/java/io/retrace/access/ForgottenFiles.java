package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** What companies sent about a person goes with the person: the bytes, and the keys that could read a copy of them. */
@Component
class ForgottenFiles implements PersonalDataStep {

    private final FileRows rows;
    private final FileStore store;

    ForgottenFiles(FileRows rows, FileStore store) {
        this.rows = rows;
        this.store = store;
    }

    @Override
    public String name() {
        return "company-files";
    }

    @Override
    public int order() {
        return 210;
    }

    @Override
    public void erase(SubjectId subject) {
        try {
            for (var key : rows.keysOf(subject)) store.delete(key);
        } catch (IOException e) {
            throw new UncheckedIOException("a company’s file could not be deleted; the step runs again", e);
        }
        rows.deleteOf(subject);
    }
}
