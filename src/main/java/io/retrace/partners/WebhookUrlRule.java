package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be registered: https, a host, no user info, no fragment. What the host resolves to is checked at each
 * send, because it may change. Plain http to this machine only where {@code retrace.delivery.allow-loopback} says so.
 */
@Component
final class WebhookUrlRule {

    static final int LONGEST = 2_000;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final boolean allowLoopback;

    WebhookUrlRule(@Value("${retrace.delivery.allow-loopback:false}") boolean allowLoopback) {
        this.allowLoopback = allowLoopback;
    }

    URI check(URI url) {
        if (url.toString().length() > LONGEST) throw new RuleViolation("webhook.url", "error.field-too-long");
        var host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null || !reachable(url, host)) {
            throw new RuleViolation("webhook.url", "error.webhook-url");
        }
        return url;
    }

    private boolean reachable(URI url, String host) {
        boolean loopback = LOOPBACK.matcher(host).matches();
        if (loopback) return allowLoopback && "http".equalsIgnoreCase(url.getScheme());
        return "https".equalsIgnoreCase(url.getScheme());
    }
}
