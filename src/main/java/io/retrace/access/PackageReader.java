package io.retrace.access;

import io.retrace.access.PackageRows.Kept;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Opens the sealed file of a package. */
@Component
class PackageReader {

    private final PackageStore store;
    private final PackageKeys keys;

    PackageReader(PackageStore store, PackageKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    OpenPackage.Reader of(PackageId id, Kept kept) {
        return (from, count, out) -> copy(id, kept, from, count, out);
    }

    private void copy(PackageId id, Kept kept, long from, long count, OutputStream out) throws IOException {
        var key = keys.unwrap(kept.sealedKey(), id);
        try (var file = new SealedFile(store.open(id, kept.file()), key, PackageKeys.context(id), kept.bytes())) {
            file.copy(from, count, out);
        }
    }
}
