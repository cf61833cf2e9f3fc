package io.retrace.ui.shell;

/** Addresses that more than one audience needs to know. */
public final class Routes {

    public static final String MEMBER = "";
    public static final String COMPANIES = "companies";
    public static final String REQUESTS = "requests";
    public static final String FILED = "filed";
    public static final String SETTINGS = "settings";
    public static final String SUPPORT = "support";
    public static final String COMPANY = "company";
    public static final String AUDIT = "audit";
    public static final String WELCOME = "welcome";
    public static final String SESSION_EXPIRED = "session-expired";

    private Routes() {}
}
