package io.retrace.identity;

import io.retrace.shared.EmailAddress;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Somebody without an account who read a code in their company’s mailbox: speaks for that company about one question, and
 * about nothing else (ADR 0018).
 *
 * @param company its slug
 * @param question the obligation
 * @param mailbox where the code went: the address on file at that moment
 * @param codeAt when they gave it back
 */
public record MailDeclarant(String company, UUID question, EmailAddress mailbox, Instant codeAt) implements Principal {

    /** What a countersignature calls this way of proving who one is: less than any sign-in. */
    public static final String LEVEL = "mail-code";

    /** What they are known as in timelines, and to their drafts: never an address. */
    @Override
    public String getName() {
        return "mail-link:" + question;
    }

    /** As Spring Security keeps it for the session. */
    public Authentication signedIn() {
        return new PreAuthenticatedAuthenticationToken(
                this, "", List.copyOf(AuthorityUtils.createAuthorityList("ROLE_" + Roles.MAIL_DECLARANT)));
    }
}
