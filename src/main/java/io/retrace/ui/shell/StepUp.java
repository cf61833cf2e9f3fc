package io.retrace.ui.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The way to Keycloak and back when something needs a recent proof of who is asking. */
public final class StepUp {

    static final String ADDRESS = "/oauth2/authorization/keycloak";

    /** A path of ours: one slash, then no second one, no backslash, no control character, no scheme. */
    private static final Pattern LOCAL_PATH =
            Pattern.compile("/(?:[A-Za-z0-9._~!$&'()*+,;=:@%?-][A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?");

    private StepUp() {}

    /**
     * Where to send the browser (leaving the page) to have the sign-in proved again.
     *
     * @param returnPath local path to come back to, such as {@code /requests/new?step=check}; anything else is refused
     */
    public static String address(String returnPath) {
        if (!isLocal(returnPath)) throw new IllegalArgumentException("not a path of ours");
        return ADDRESS + "?acr=2&return=" + URLEncoder.encode(returnPath, StandardCharsets.UTF_8);
    }

    static boolean isLocal(String path) {
        return path.length() <= 500 && LOCAL_PATH.matcher(path).matches();
    }
}
