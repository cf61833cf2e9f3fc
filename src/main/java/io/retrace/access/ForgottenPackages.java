package io.retrace.access;

import io.retrace.identity.SubjectId;
import io.retrace.identity.spi.PersonalDataStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** A person’s packages go with the person: files, keys, and what was noted about downloads. */
@Component
class ForgottenPackages implements PersonalDataStep {

    private final PackageRows rows;
    private final PackageStore store;

    ForgottenPackages(PackageRows rows, PackageStore store) {
        this.rows = rows;
        this.store = store;
    }

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public int order() {
        return 200;
    }

    /** Files first: once the rows are gone, nobody would know of them. A worker that is writing one finds no row and stops. */
    @Override
    public void erase(SubjectId subject) {
        try {
            for (var id : rows.ofPerson(subject)) store.destroy(id);
        } catch (IOException e) {
            throw new UncheckedIOException("a package could not be deleted; the step runs again", e);
        }
        rows.forget(subject);
    }
}
