package io.retrace.notifications;

import io.retrace.identity.Contact;
import io.retrace.shared.mail.Letter;
import java.net.URI;
import java.util.List;

/** A letter about the account itself; it names no request. */
final class AccountLetter {

    private AccountLetter() {}

    static Letter of(String id, Contact contact, String occasion, URI link) {
        return new Letter(id, contact.email(), contact.locale(), "account", occasion, List.of(), link);
    }
}
