package io.retrace.access;

import io.retrace.shared.SecretBox;
import org.springframework.stereotype.Component;

/** The key of each package, sealed under the portal’s own, for this package and no other. */
@Component
class PackageKeys {

    private final SecretBox box;

    PackageKeys(SecretBox box) {
        this.box = box;
    }

    byte[] wrap(byte[] key, PackageId id) {
        return box.seal(key, "package-key:" + id);
    }

    byte[] unwrap(byte[] sealedKey, PackageId id) {
        return box.open(sealedKey, "package-key:" + id);
    }

    /** What every chunk of its file is bound to. */
    static String context(PackageId id) {
        return "package:" + id;
    }
}
