package io.retrace.identity;

import io.retrace.shared.EmailAddress;
import java.util.Locale;

/** How to write to a person now: read from Keycloak when a mail goes out, never stored here. */
public record Contact(EmailAddress email, Locale locale) {}
