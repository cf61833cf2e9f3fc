package io.retrace.identity;

/** Who may do what, as {@code @RolesAllowed} and {@code @PreAuthorize} name it: Keycloak realm roles, and one of our own. */
public final class Roles {

    public static final String MEMBER = "member";
    public static final String SUPPORT = "support";
    public static final String SUPPORT_LEAD = "support-lead";
    public static final String PARTNER = "partner";

    /** Beside {@link #PARTNER}: manages the company’s record, too. */
    public static final String PARTNER_ADMIN = "partner-admin";

    public static final String AUDITOR = "auditor";
    public static final String PLATFORM = "platform";

    /** No role of Keycloak’s: a {@link MailDeclarant}. */
    public static final String MAIL_DECLARANT = "mail-declarant";

    public static final String IS_MEMBER = "hasRole('member')";
    public static final String IS_SUPPORT = "hasAnyRole('support','support-lead')";
    public static final String IS_SUPPORT_LEAD = "hasRole('support-lead')";
    public static final String IS_PARTNER = "hasRole('partner')";
    public static final String IS_PARTNER_ADMIN = "hasRole('partner-admin')";

    /** Whoever may answer for a company: for all that it is asked, or for one question of it. */
    public static final String ANSWERS = "hasAnyRole('partner','mail-declarant')";

    public static final String IS_AUDITOR = "hasRole('auditor')";

    /** Whoever may read any request, without its person’s name: support, and auditors. */
    public static final String READS_REQUESTS = "hasAnyRole('support','support-lead','auditor')";

    public static final String IS_PLATFORM = "hasRole('platform')";

    private Roles() {}
}
