package io.retrace.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Content Security Policy of Vaadin’s page: scripts of ours, or with this answer’s nonce. Vaadin’s client builds
 * functions from what the server sends and styles from what components ask for; hence {@code unsafe-eval} for scripts and
 * {@code unsafe-inline} for styles. Nothing is loaded from anywhere else.
 */
@Component
class PagePolicy implements VaadinServiceInitListener {

    /** For everything else that the portal’s chain answers: redirects, files, downloads. */
    static final String OF_FILES = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String OF_PAGES = "default-src 'none'; script-src 'self' 'nonce-%s' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PagePolicy::apply);
    }

    private static void apply(IndexHtmlResponse page) {
        var nonce = nonce();
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getVaadinResponse().setHeader("Content-Security-Policy", OF_PAGES.formatted(nonce));
    }

    private static String nonce() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
