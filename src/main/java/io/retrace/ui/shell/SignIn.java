package io.retrace.ui.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The way to Keycloak and back to a page of ours. */
public final class SignIn {

    private static final Set<String> NOT_BACK_TO = Set.of("", "/", "/" + Routes.WELCOME, "/" + Routes.SESSION_EXPIRED);

    private SignIn() {}

    /** Signs in and goes on to where the person wanted to go, else to their first page. */
    public static String address() {
        return StepUp.ADDRESS;
    }

    /** Signs in and comes back to this path; anything that is no path of ours is ignored. */
    public static String address(String returnPath) {
        return NOT_BACK_TO.contains(returnPath) || !StepUp.isLocal(returnPath)
                ? address()
                : StepUp.ADDRESS + "?return=" + URLEncoder.encode(returnPath, StandardCharsets.UTF_8);
    }
}
