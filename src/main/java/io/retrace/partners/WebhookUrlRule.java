package io.retrace.partners;

import io.retrace.shared.DomainException.RuleViolation;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be registered: https, a host of the public Internet, no user info, no fragment. A host that does not
 * resolve yet may be registered; what it resolves to is checked again at each send, by the same rules. Plain http to this
 * machine only where {@code retrace.delivery.allow-loopback} says so.
 */
@Component
final class WebhookUrlRule implements EndpointAddresses {

    static final int LONGEST = 2_000;

    private final boolean allowLoopback;
    private final Names names;

    @Autowired
    WebhookUrlRule(@Value("${retrace.delivery.allow-loopback:false}") boolean allowLoopback) {
        this(allowLoopback, InetAddress::getAllByName);
    }

    WebhookUrlRule(boolean allowLoopback, Names names) {
        this.allowLoopback = allowLoopback;
        this.names = names;
    }

    /** What a host resolves to. */
    @FunctionalInterface
    interface Names {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    @Override
    public URI check(String field, URI url) {
        if (url.toString().length() > LONGEST) throw new RuleViolation(field, "error.field-too-long");
        var host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null || !reachable(url, host)) {
            throw new RuleViolation(field, "error.webhook-url");
        }
        return url;
    }

    /** OpenDSR 2.0 §8.1: the domain that signs is the one that takes the requests; not where a machine talks to itself. */
    void check(OpenDsrTarget target) {
        var host = check("opendsr.url", target.url()).getHost();
        if (!"http".equalsIgnoreCase(target.url().getScheme()) && !host.equalsIgnoreCase(target.domain())) {
            throw new RuleViolation("opendsr.domain", "error.opendsr.domain");
        }
    }

    /** One address that is not allowed spoils the whole name. */
    private boolean reachable(URI url, String host) {
        if (AddressRules.oddlySpelt(host)) return false;
        var addresses = addresses(host);
        if ("http".equalsIgnoreCase(url.getScheme())) {
            return allowLoopback && !addresses.isEmpty() && addresses.stream().allMatch(AddressRules.LOOPBACK::matches);
        }
        return "https".equalsIgnoreCase(url.getScheme())
                && addresses.stream().allMatch(AddressRules.PUBLIC::matches)
                && (!addresses.isEmpty() || (host.indexOf('.') > 0 && !host.startsWith("[")));
    }

    private List<InetAddress> addresses(String host) {
        try {
            return List.of(host.startsWith("[") ? Inet6Address.ofLiteral(host) : Inet4Address.ofLiteral(host));
        } catch (IllegalArgumentException e) {
            return resolved(host);
        }
    }

    private List<InetAddress> resolved(String host) {
        try {
            return Arrays.asList(names.resolve(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
