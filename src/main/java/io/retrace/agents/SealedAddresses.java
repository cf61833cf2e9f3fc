package io.retrace.agents;

import io.retrace.shared.EmailAddress;
import io.retrace.shared.SecretBox;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Claimed addresses between their arrival and the search: they may be anybody’s. */
@Component
class SealedAddresses {

    private final SecretBox box;

    SealedAddresses(SecretBox box) {
        this.box = box;
    }

    byte[] seal(FilingId id, EmailAddress address) {
        return box.seal(address.value().getBytes(StandardCharsets.UTF_8), context(id));
    }

    EmailAddress open(FilingId id, byte[] sealed) {
        return new EmailAddress(new String(box.open(sealed, context(id)), StandardCharsets.UTF_8));
    }

    private static String context(FilingId id) {
        return "agent-filing:" + id;
    }
}
