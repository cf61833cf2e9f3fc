package io.retrace.identity.spi;

import io.retrace.identity.Contact;
import java.util.UUID;

/** Tells a person that their account is gone, while we still know where to; the address is deleted right after. */
public interface LastLetter {

    /**
     * Sends it now, outside any transaction; with the same Message-ID every time.
     *
     * @return whether there is nothing left to try: it was taken, or never will be
     */
    boolean send(UUID erasing, Contact contact);
}
