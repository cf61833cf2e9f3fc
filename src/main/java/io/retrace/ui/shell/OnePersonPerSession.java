package io.retrace.ui.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * A sign-in gets a new session id (session fixation). If somebody else signs in than was here before, as can happen at a
 * step-up on a shared computer, the old session ends: its open pages belong to the other person.
 */
final class OnePersonPerSession implements SessionAuthenticationStrategy {

    private final SessionAuthenticationStrategy newId = new ChangeSessionIdAuthenticationStrategy();
    private final SecurityContextHolderStrategy contexts;

    OnePersonPerSession(SecurityContextHolderStrategy contexts) {
        this.contexts = contexts;
    }

    @Override
    public void onAuthentication(Authentication now, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null && isSomebodyElse(contexts.getContext().getAuthentication(), now)) {
            session.invalidate();
            request.getSession();
        }
        newId.onAuthentication(now, request, response);
    }

    private static boolean isSomebodyElse(@Nullable Authentication before, Authentication now) {
        return before != null
                && !(before instanceof AnonymousAuthenticationToken)
                && !before.getName().equals(now.getName());
    }
}
