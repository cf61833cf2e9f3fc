package io.retrace.identity;

/** Keycloak realm roles, as {@code @RolesAllowed} and {@code @PreAuthorize} name them. */
public final class Roles {

    public static final String MEMBER = "member";
    public static final String SUPPORT = "support";
    public static final String SUPPORT_LEAD = "support-lead";
    public static final String PARTNER = "partner";
    public static final String AUDITOR = "auditor";
    public static final String PLATFORM = "platform";

    public static final String IS_MEMBER = "hasRole('member')";
    public static final String IS_SUPPORT = "hasAnyRole('support','support-lead')";
    public static final String IS_SUPPORT_LEAD = "hasRole('support-lead')";
    public static final String IS_PARTNER = "hasRole('partner')";
    public static final String IS_AUDITOR = "hasRole('auditor')";

    /** Whoever may read any request, without its person’s name: support, and auditors. */
    public static final String READS_REQUESTS = "hasAnyRole('support','support-lead','auditor')";

    public static final String IS_PLATFORM = "hasRole('platform')";

    private Roles() {}
}
