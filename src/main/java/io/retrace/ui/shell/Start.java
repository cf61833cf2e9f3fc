package io.retrace.ui.shell;

import io.retrace.identity.CurrentUser;
import io.retrace.identity.Roles;

/** Where each role begins. */
public final class Start {

    private Start() {}

    /** The first page of whoever is asking, as a path without a leading slash. */
    public static String of(CurrentUser user) {
        if (!user.signedIn()) return Routes.WELCOME;
        if (user.has(Roles.MEMBER)) return Routes.MEMBER;
        if (user.has(Roles.SUPPORT) || user.has(Roles.SUPPORT_LEAD)) return Routes.SUPPORT;
        if (user.has(Roles.AUDITOR)) return Routes.AUDIT;
        return user.has(Roles.PARTNER) ? Routes.COMPANY : Routes.WELCOME;
    }
}
